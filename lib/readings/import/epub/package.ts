import { AppError } from '@/lib/errors'
import { childrenNamed, descendants, parseXml } from '../xml'
import type { Archive } from '../zip'

export type EpubPackage = { title?: string; authors: string[]; chapters: string[] }

/** The package document: who wrote what, and the chapters in reading order (EPUB 3.3, section 5). */
export async function readPackage(zip: Archive): Promise<EpubPackage> {
  const container = parseXml(await zip.read('META-INF/container.xml'))
  const path = descendants(container, 'rootfile')[0]?.getAttribute('full-path')
  if (!path) throw new AppError('IMPORT_BROKEN', 'The e-book does not say where its text is.')
  await refuseLocked(zip)
  const opf = parseXml(await zip.read(path))
  const items = new Map(descendants(opf, 'item').map((i) => [i.getAttribute('id') ?? '', i]))
  const chapters = descendants(opf, 'itemref')
    .filter((ref) => ref.getAttribute('linear') !== 'no')
    .map((ref) => items.get(ref.getAttribute('idref') ?? ''))
    .filter((item) => item && !/\bnav\b/.test(item.getAttribute('properties') ?? ''))
    .filter((item) => /html|xml/.test(item?.getAttribute('media-type') ?? 'html'))
    .map((item) => resolve(path, item?.getAttribute('href') ?? ''))
  const meta = descendants(opf, 'metadata').flatMap((m) => childrenNamed(m, 'title', 'creator'))
  const values = (name: string) =>
    meta
      .filter((e) => e.localName === name)
      .map((e) => e.textContent?.trim() ?? '')
      .filter(Boolean)
  const [title] = values('title')
  return { ...(title ? { title } : {}), authors: values('creator'), chapters }
}

/** Locked books encrypt their chapters; that fonts are scrambled is common and no hindrance. */
async function refuseLocked(zip: Archive) {
  if (zip.has('META-INF/rights.xml')) throw locked()
  if (!zip.has('META-INF/encryption.xml')) return
  const encryption = parseXml(await zip.read('META-INF/encryption.xml'))
  const targets = descendants(encryption, 'CipherReference').map((r) => r.getAttribute('URI') ?? '')
  if (targets.some((uri) => /\.(?:x?html?|xml|opf)$/i.test(uri))) throw locked()
}

const locked = () =>
  new AppError('IMPORT_ENCRYPTED', 'The e-book is copy-protected. Import a copy without protection.')

/** A chapter's address beside the package document; what would lead out of the zip is simply not in it. */
function resolve(base: string, href: string): string {
  const folder = base.split('/').slice(0, -1)
  const path = href.split('#')[0] ?? ''
  for (const step of decoded(path).split('/')) {
    if (step === '..') folder.pop()
    else if (step !== '.' && step) folder.push(step)
  }
  return folder.join('/')
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
