import { isBibliographyName } from '../section-names'
import type { FlowPiece } from './flow'
import { LABEL } from './marks'
import type { Line } from './types'

/**
 * Entries of a bibliography by how they are set: labels ("[12]"), else hanging indents, else the paragraphs
 * found. Takes the lines under the heading and gives back an entry a group.
 */
export function entryGroups(lines: Line[]): Line[][] {
  const labels = lines.filter((l) => LABEL.test(l.text)).length
  if (labels >= 2 && labels >= lines.length * 0.12) return split(lines, (l) => LABEL.test(l.text))
  const hanging = lines.filter(isHung).length
  if (hanging >= 2 && hanging >= lines.length * 0.2 && hanging < lines.length * 0.95)
    return split(lines, (l) => !isHung(l))
  // Entries of one line each, or justified ones without indents, end before the margin.
  const ends = new Set(
    lines.flatMap((l, i) => (l.right < l.edges.right - l.size * 1.5 ? [lines[i + 1]] : [])),
  )
  return hanging === 0 && lines.length > 1 ? split(lines, (l) => ends.has(l)) : []
}

/** Set in from the leftmost lines of its column. */
function isHung(l: Line & { least?: number }): boolean {
  return l.x - (l.least ?? l.edges.x) > l.size * 0.5
}

function split(lines: Line[], opens: (l: Line) => boolean): Line[][] {
  const out: Line[][] = []
  for (const l of lines) {
    if (opens(l) || out.length === 0) out.push([l])
    else out.at(-1)?.push(l)
  }
  return out
}

/** Lines with the left edge of their own column on their own page, as the bibliography sets it. */
export function withLeast(lines: Line[]): (Line & { least: number })[] {
  const key = (l: Line) => `${l.page}/${l.column}`
  const least = new Map<string, number>()
  for (const l of lines) least.set(key(l), Math.min(least.get(key(l)) ?? Number.POSITIVE_INFINITY, l.x))
  return lines.map((l) => ({ ...l, least: least.get(key(l)) ?? l.x }))
}

/** Puts the entries of each bibliography apart; a run of "[1] … [2] …" at the end needs no heading. */
export function partEntries(pieces: FlowPiece[], make: (lines: Line[]) => FlowPiece): FlowPiece[] {
  const out: FlowPiece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]
    if (!piece) continue
    out.push(piece)
    if (piece.kind !== 'heading' || !isBibliographyName(piece.text)) continue
    const end = endOf(pieces, i + 1)
    const own = pieces.slice(i + 1, end)
    const text = own.filter((p) => ENTRY.has(p.kind))
    const groups = entryGroups(withLeast(text.flatMap((p) => p.group.lines)))
    out.push(...(groups.length ? [...groups.map(make), ...own.filter((p) => !text.includes(p))] : own))
    i = end - 1
  }
  return headed(out)
}

const ENTRY = new Set(['paragraph', 'list', 'quote', 'equation'])

const endOf = (pieces: FlowPiece[], from: number) => {
  const at = pieces.findIndex((p, i) => i >= from && p.kind === 'heading')
  return at < 0 ? pieces.length : at
}

function headed(pieces: FlowPiece[]): FlowPiece[] {
  const at = pieces.findLastIndex((p) => p.kind === 'paragraph' && /^\[1\]\s/.test(p.text))
  const first = pieces[at]
  if (pieces.slice(Math.max(0, at - 2)).some((p) => p.kind === 'heading' && isBibliographyName(p.text)))
    return pieces
  const rest = pieces.slice(at).filter((p) => p.kind === 'paragraph')
  const labelled = rest.filter((p) => LABEL.test(p.text)).length
  if (!first || at < pieces.length * 0.3 || labelled < 3 || labelled < rest.length * 0.6) return pieces
  return [
    ...pieces.slice(0, at),
    { kind: 'heading', text: 'References', level: 1, group: first.group },
    ...pieces.slice(at),
  ]
}
