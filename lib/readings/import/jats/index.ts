import { AppError } from '@/lib/errors'
import type { Run } from '../run'
import type { Draft, ImportFile, Piece } from '../types'
import { child, descendants, parseXml } from '../xml'
import { type JatsWalk, jatsBlocks } from './body'
import { jatsFront } from './front'
import { citation } from './references'

/** JATS (ANSI/NISO Z39.96) and its ancestor, the NLM journal DTD. */
export async function readJats(file: ImportFile, run: Run): Promise<Draft> {
  const document = parseXml(file.bytes)
  const root = document.documentElement
  if (!root) throw new AppError('IMPORT_BROKEN')
  run.check()
  const article = root.localName === 'article' ? root : (descendants(root, 'article', 'book-part')[0] ?? root)
  const body = child(article, 'body', 'book-body')
  const back = child(article, 'back', 'book-back')
  const groups = back ? descendants(back, 'fn') : []
  const notes = new Map(groups.map((fn) => [fn.getAttribute('id') ?? '', fn]))
  const walk: JatsWalk = { check: run.check, notes, taken: new Set() }
  const pieces: Piece[] = [
    ...(body ? jatsBlocks(body, 1, walk) : []),
    ...(back ? jatsBlocks(back, 1, walk) : []),
  ]
  if (!body) run.warn('The file holds no body text, only what is said about the article.')
  const floats = child(article, 'floats-group', 'floats-wrap')
  if (floats) pieces.push(...jatsBlocks(floats, 1, walk))
  return { ...jatsFront(article), pieces, bibliography: descendants(article, 'ref').map(citation) }
}
