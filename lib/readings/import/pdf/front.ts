import { isAbstractName, isSectionName } from '../section-names'
import { authorsIn, isAffiliation } from './authors'
import type { FlowPiece } from './flow'
import { spacedOut } from './headings'
import type { BodyStyle, Line } from './types'

export type Front = { title?: string; authors: string[]; rest: FlowPiece[] }

/** Title, authors and what stands between them and the text, from the first page. */
export function takeFront(
  pieces: FlowPiece[],
  body: BodyStyle,
  given: { title?: string; authors: string[] },
): Front {
  const at = titleAt(pieces, body)
  const found = pieces[at]
  if (!found) return { ...given, rest: pieces }
  const end = textAt(pieces, at + 1)
  const between = pieces.slice(at + 1, end)
  const lines = between
    .flatMap((p) => p.group.lines)
    .flatMap((l) => (l.cells.length > 1 ? l.cells.map((c) => c.text) : [l.text]))
  const authors = authorsIn(lines)
  const before = pieces.slice(0, at).filter(isProse)
  const kept = between.filter((p) => isProse(p) || p.kind === 'note')
  const title = found.text.replace(/[*∗†‡¹²]+$/, '').trim()
  return {
    title,
    authors: authors.length ? authors : given.authors,
    rest: [...before, ...kept, ...pieces.slice(end)],
  }
}

/** The largest type in the upper part of the first page, if it is larger than the text. */
function titleAt(pieces: FlowPiece[], body: BodyStyle): number {
  let best = -1
  let size = body.size * 1.15
  const page = pieces[0]?.group.lines[0]?.page
  for (const [i, p] of pieces.entries()) {
    const l = p.group.lines[0]
    if (!l || l.page !== page || i > 25) break
    if (p.text.length < 4 || p.text.length > 300 || isSectionName(p.text) || !/\p{L}{3}/u.test(p.text))
      continue
    if (p.kind !== 'heading' && p.kind !== 'paragraph') continue
    if (l.size > size + 0.3) [best, size] = [i, l.size]
  }
  return best
}

/** Where the text begins: the abstract, the first section, or the first real paragraph. */
function textAt(pieces: FlowPiece[], from: number): number {
  const page = pieces[from - 1]?.group.lines[0]?.page
  for (let i = from; i < pieces.length; i++) {
    const p = pieces[i]
    if (!p || p.group.lines[0]?.page !== page) return i
    if (isAbstractName(spacedOut(p.text)) || /^abstract\b/i.test(p.text)) return i
    if (p.kind === 'heading' && (isSectionName(p.text) || /^(?:\d|[IVX]+\.)/.test(p.text))) return i
    if (isProse(p) && !isAffiliation(p.text)) return i
  }
  return from
}

const isProse = (p: FlowPiece) =>
  p.kind !== 'heading' && p.kind !== 'note' && p.text.length > 250 && /[a-z\p{Lo}][.。]/u.test(p.text)

export const pageOf = (p: FlowPiece): number => (p.group.lines[0] as Line | undefined)?.page ?? 0
