import { isAffiliation } from './authors'
import type { FlowPiece } from './flow'
import type { BodyStyle } from './types'

const LICENCE =
  /^(?:©|\(c\)\s*\d{4}|copyright\b|https?:\/\/(?:dx\.)?doi\.org\/\S+|doi\b|e?-?issn\b|\d{4}-\d{3}[\dx]\b|this is an open[ -]access|published by\b)/i
const CORRESPONDENCE = /^(?:[*∗⁎✉]\s*)?(?:corresponding author|correspondence(?: to)?\b|contact\b|e-?mail\b)/i

/** Licences, DOI lines and the like on the first page are no text; whom to write to, in small type, is a note. */
export function withoutImprint(
  pieces: FlowPiece[],
  body: BodyStyle,
): { pieces: FlowPiece[]; found: boolean } {
  const page = pieces[0]?.group.lines[0]?.page
  const isFirst = (p: FlowPiece) => p.group.lines[0]?.page === page && p.text.length < 400
  const isSmall = (p: FlowPiece) => p.group.lines.every((l) => l.size < body.size * 0.945)
  const kept = pieces.filter((p) => !(isFirst(p) && LICENCE.test(p.text) && p.kind !== 'note'))
  const found = kept.length < pieces.length
  return {
    pieces: kept.map((p, i) => (isFirst(p) && isSmall(p) && isOfAuthors(kept, i) ? noteOf(p) : p)),
    found,
  }
}

/** The line itself, the address that follows it, and affiliations in small type right before it. */
function isOfAuthors(pieces: FlowPiece[], i: number): boolean {
  const p = pieces[i]
  if (!p || p.kind === 'note' || p.kind === 'table' || p.kind === 'figure') return false
  if (CORRESPONDENCE.test(p.text)) return true
  const near = [pieces[i - 1], pieces[i + 1]].some((o) => o && CORRESPONDENCE.test(o.text))
  return near && isAffiliation(p.text)
}

const noteOf = (p: FlowPiece): FlowPiece => ({ kind: 'note', text: p.text, group: p.group })
