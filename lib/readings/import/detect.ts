import { AppError } from '@/lib/errors'
import { decodeText } from './decode'
import type { Run } from './run'
import type { ImportFile } from './types'
import { listArchive } from './zip'

export type Format = 'pdf' | 'docx' | 'epub' | 'jats' | 'html' | 'markdown' | 'plain'

/** What a file is, by its content first; its name and declared type decide only between kinds of plain text. */
export async function detect(file: ImportFile, run: Run): Promise<Format> {
  const { bytes } = file
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  // Acrobat accepts the signature anywhere in the first kilobyte (ISO 32000-1, annex H.3).
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return inZip(bytes, run)
  refuseKnown(bytes, head)
  return inText(file)
}

async function inZip(bytes: Uint8Array, run: Run): Promise<Format> {
  const names = new Set(await listArchive(bytes, run))
  if (names.has('META-INF/container.xml')) return 'epub'
  if (names.has('word/document.xml') || [...names].some((n) => /^word\/document\d*\.xml$/.test(n)))
    return 'docx'
  if (names.has('content.xml')) throw unsupported('an OpenDocument file', 'Save it as .docx or .pdf')
  if ([...names].some((n) => n.startsWith('ppt/'))) throw unsupported('a presentation', 'Save it as .pdf')
  if ([...names].some((n) => n.startsWith('xl/'))) throw unsupported('a spreadsheet', 'Save it as .pdf')
  throw unsupported('an archive', 'Unpack it and import the document inside')
}

function refuseKnown(bytes: Uint8Array, head: string) {
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw compound(bytes)
  if (head.startsWith('{\\rtf')) throw unsupported('an RTF file', 'Save it as .docx')
  if (head.startsWith('%!PS')) throw unsupported('a PostScript file', 'Convert it to .pdf')
  const picture = /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyphei)/s
  if (picture.test(head)) {
    throw new AppError(
      'IMPORT_SCANNED',
      'This is a picture. Run text recognition on it and import the PDF that comes out.',
    )
  }
  if (['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ'].some((s) => head.startsWith(s))) {
    throw unsupported('an archive', 'Unpack it and import the document inside')
  }
  if (/^(?:\x7fELF|MZ)/.test(head) && zeros(bytes) > 0)
    throw unsupported('a program', 'Choose the document itself')
}

/** An OLE compound file is either Word's old format or an encrypted new one ([MS-OFFCRYPTO] 2.3.4.4). */
function compound(bytes: Uint8Array) {
  const wide = (s: string) => [...s].map((c) => `${c}\0`).join('')
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4 * 1024 * 1024))
  if (text.includes(wide('EncryptedPackage'))) return new AppError('IMPORT_ENCRYPTED')
  return unsupported('an old Word file', 'Save it as .docx')
}

function inText(file: ImportFile): Format {
  const start = decodeText(file.bytes.subarray(0, 65536 - (65536 % 4)))
  if (looksBinary(start)) throw new AppError('IMPORT_UNSUPPORTED')
  const text = start.replace(/^[\ufeff\s\0]+/, '')
  const named = byName(file)
  const { rest, root } = pastProlog(text)
  if (root && /^(?:\w+:)?(?:article|book-part-wrapper|book)$/.test(root) && isJats(text)) return 'jats'
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(rest)) return 'html'
  if (root && text.startsWith('<?xml')) {
    throw unsupported(
      `an XML file of a kind we do not read (${root.slice(0, 40)})`,
      'Export it as JATS, HTML or .docx',
    )
  }
  if (named) return named
  if (looksHtml(text)) return 'html'
  return looksMarkdown(text) ? 'markdown' : 'plain'
}

const isJats = (text: string) =>
  /JATS|NLM\/\/DTD|dtd-version|article-type=|<(?:front|journal-meta|article-meta|body)\b/.test(
    text.slice(0, 20000),
  )

/** What follows declarations and comments, and the name of the first element. A loop: patterns would go back. */
function pastProlog(text: string): { rest: string; root?: string } {
  let rest = text
  for (;;) {
    const shut = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : undefined
    const end = shut ? rest.indexOf(shut) : -1
    if (!shut || end < 0) break
    rest = rest.slice(end + shut.length).trimStart()
  }
  const doctype = /^<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>\s*/i.exec(rest)?.[0] ?? ''
  const root = /^<([A-Za-z][\w:.-]*)/.exec(rest.slice(doctype.length))?.[1]
  return root ? { rest, root } : { rest }
}

function byName({ name, type }: ImportFile): Format | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  if (type?.startsWith('text/html') || ending === 'html' || ending === 'htm' || ending === 'xhtml')
    return 'html'
  if (type === 'text/markdown' || ending === 'md' || ending === 'markdown') return 'markdown'
}

/** A paste of HTML need not start with <html>: some block tags that are closed again tell it from prose. */
function looksHtml(text: string) {
  const closed = text
    .slice(0, 4096)
    .match(/<(p|div|h[1-6]|ul|ol|table|blockquote|article|section|span)\b[^>]*>[\s\S]*?<\/\1>/gi)
  return /^<[a-z!]/i.test(text) && (closed?.length ?? 0) > 0
}

/** Two signs that plain prose does not show by chance. */
function looksMarkdown(text: string) {
  const signs = [
    /^#{1,6} \S/m,
    /^(?:```|~~~)/m,
    /^\|.*\|\s*\n\|[\s:|-]+\|/m,
    /\[[^\]\n]+\]\([^)\s]+\)/,
    /\*\*[^*\n]+\*\*/,
    /^\$\$/m,
    /^> \S/m,
    /^---\n[\w-]+:/,
  ]
  const found = signs.filter((s) => s.test(text)).length
  return found >= 2 || (text.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2
}

const zeros = (bytes: Uint8Array) => bytes.subarray(0, 4096).reduce((n, b) => n + (b === 0 ? 1 : 0), 0)

/** Some stray NULs are cleaned away; a file full of control characters is no text. */
function looksBinary(text: string) {
  const odd = text.slice(0, 8192).match(/(?![\t\n\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0
  return odd > Math.max(8, Math.min(text.length, 8192) / 10)
}

const unsupported = (what: string, then: string) =>
  new AppError('IMPORT_UNSUPPORTED', `This is ${what}, which cannot be imported. ${then} and try again.`)
