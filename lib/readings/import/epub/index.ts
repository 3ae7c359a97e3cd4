import { AppError } from '@/lib/errors'
import { declaredEncoding, decodeText } from '../decode'
import { figuresWarning } from '../html'
import { parseHtml } from '../html/parse'
import { htmlPieces } from '../html-blocks'
import type { Run } from '../run'
import type { Draft, ImportFile, Piece } from '../types'
import { withoutDoctype } from '../xml'
import { type Archive, openArchive } from '../zip'
import { readPackage } from './package'

export async function readEpub(file: ImportFile, run: Run): Promise<Draft> {
  const zip = await openArchive(file.bytes, run)
  const { title, authors, chapters } = await readPackage(zip)
  if (chapters.length === 0) throw new AppError('IMPORT_EMPTY', 'The e-book lists no chapters.')
  const pieces: Piece[] = []
  let unnamed = 0
  for (const [i, name] of chapters.entries()) {
    const chapter = await readChapter(zip, name, run)
    pieces.push(...chapter.pieces)
    unnamed += chapter.unnamedFigures
    await run.step(i + 1, chapters.length)
  }
  if (unnamed) run.warn(figuresWarning(unnamed))
  return { ...(title ? { title } : {}), authors, pieces }
}

/** Read as HTML, not as XML: real books have many small faults, and one must not lose the chapter. */
async function readChapter(zip: Archive, name: string, run: Run) {
  if (!zip.has(name)) {
    run.warn(`A chapter that the e-book lists is missing (${name.slice(0, 80)}).`)
    return { pieces: [], unnamedFigures: 0 }
  }
  const bytes = await zip.read(name)
  const markup = withoutDoctype(decodeText(bytes, declaredEncoding(bytes))).replace(/^\s*<\?xml[^>]*>/, '')
  const { body } = parseHtml(opened(markup))
  if (/\btoc\b|\btitlepage\b|\bcover\b/.test(body.getAttribute('epub:type') ?? ''))
    return { pieces: [], unnamedFigures: 0 }
  for (const e of body.querySelectorAll('nav, [role="doc-toc"], [role="doc-pagebreak"]')) e.remove()
  return htmlPieces(body, run.check)
}

/** XML may close an empty element at once (`<title/>`, `<a id="x"/>`); HTML would leave it open over all that follows. */
const opened = (markup: string) =>
  markup.replace(
    /<(title|script|style|iframe|textarea|a|span|div|p|i|b|em|strong|td|th|li|section|h[1-6])(\s[^<>]*?)?\/>/gi,
    '<$1$2></$1>',
  )
