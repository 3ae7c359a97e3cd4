import { joinTwo } from '../hyphens'
import { formatTable, parseTable } from '../table'
import type { Vocabulary } from '../vocabulary'
import { codeText, type SetBlock } from './blocks'
import { isIndent } from './body'
import { TABLE_CAPTION } from './tables'
import type { BodyStyle } from './types'

export type FlowPiece = SetBlock | { kind: 'heading'; text: string; level: number; group: SetBlock['group'] }

/** What the page broke is put together: paragraphs round a float, lists item by item, tables and their captions. */
export function mend(pieces: FlowPiece[], body: BodyStyle, words: Vocabulary): FlowPiece[] {
  return joinLists(joinTables(joinParagraphs(joinVerbatim(withoutLabels(pieces, body)), body, words)))
}

/** Words inside a drawing (axes, boxes) are no text: short scraps right above a figure's caption. */
function withoutLabels(pieces: FlowPiece[], body: BodyStyle): FlowPiece[] {
  const drop = new Set<FlowPiece>()
  for (const [i, caption] of pieces.entries()) {
    if (caption.kind !== 'figure') continue
    for (let k = i - 1; k >= 0; k--) {
      const p = pieces[k]
      if (!p || !isLabel(p, body) || p.group.lines[0]?.page !== caption.group.lines[0]?.page) break
      drop.add(p)
    }
  }
  return pieces.filter((p) => !drop.has(p))
}

function isLabel(p: FlowPiece, body: BodyStyle): boolean {
  if (p.kind === 'heading' || p.kind === 'note' || p.kind === 'code' || p.kind === 'figure') return false
  const words = p.text.split(/\s+/).length / p.group.lines.length
  const odd = p.group.lines.every((l) => Math.abs(l.size - body.size) > body.size * 0.06)
  return !ENDED.test(p.text) && (odd ? words < 9 : words < 5 && p.text.length < 60) && p.kind !== 'table'
}

/** Listings and formulas that the layout broke up are one block again. */
function joinVerbatim(pieces: FlowPiece[]): FlowPiece[] {
  const out: FlowPiece[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    if (
      before &&
      before.kind === piece.kind &&
      (piece.kind === 'code' || (piece.kind === 'equation' && !/\(\d+\)$/.test(before.text)))
    ) {
      const lines = [...before.group.lines, ...piece.group.lines]
      before.text = piece.kind === 'code' ? codeText(lines) : `${before.text}\n${piece.text}`
      before.group = { ...before.group, lines }
    } else out.push({ ...piece })
  }
  return out
}

const FLOATS = new Set(['figure', 'table', 'note', 'equation'])
const ENDED = /[.!?:;。！？」』”"]['’”")\]]?[⁰¹²³⁴-⁹*†‡]*$/

/** A paragraph that stops in mid-sentence goes on in the next one, past figures and notes in between. */
function joinParagraphs(pieces: FlowPiece[], body: BodyStyle, words: Vocabulary): FlowPiece[] {
  const out: FlowPiece[] = []
  for (const piece of pieces) {
    const before = piece.kind === 'paragraph' ? openBefore(out) : undefined
    if (before && goesOn(before, piece, body)) {
      before.text = joinTwo(before.text, piece.text, words)
      before.group = { ...before.group, lines: [...before.group.lines, ...piece.group.lines] }
    } else out.push({ ...piece })
  }
  return out
}

function openBefore(out: FlowPiece[]): FlowPiece | undefined {
  for (let i = out.length - 1; i >= Math.max(0, out.length - 6); i--) {
    const p = out[i]
    if (p && !FLOATS.has(p.kind)) return p.kind === 'paragraph' || p.kind === 'list' ? p : undefined
  }
}

function goesOn(before: FlowPiece, piece: FlowPiece, body: BodyStyle): boolean {
  const last = before.group.lines.at(-1)
  const first = piece.group.lines[0]
  if (!last || !first || Math.abs(last.size - first.size) > 0.6 || ENDED.test(before.text)) return false
  const moved = last.page !== first.page || last.column !== first.column
  if (/^[\p{Ll}(,]/u.test(piece.text)) return true
  if (!moved || before.kind === 'list') return false
  const full = last.right > last.edges.right - body.size * 3
  return full && !isIndent(first.x - first.edges.x, body.size)
}

/** A caption takes the rows that stand next to it, below it or above. */
function joinTables(pieces: FlowPiece[]): FlowPiece[] {
  const out: FlowPiece[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    const pair = before?.kind === 'table' && piece.kind === 'table' && isNear(before, piece)
    if (before && pair && isCaption(before) && !isCaption(piece)) {
      before.text = formatTable({ caption: before.text, rows: parseTable(piece.text).rows })
      before.group = { kind: 'table', lines: [...before.group.lines, ...piece.group.lines] }
    } else if (before && pair && !before.text.includes('\n\n') && !isCaption(before) && isCaption(piece)) {
      before.text = formatTable({ caption: piece.text, rows: parseTable(before.text).rows })
    } else out.push(piece)
  }
  return out
}

const isCaption = (p: FlowPiece) => TABLE_CAPTION.test(p.text) && !p.text.includes('\n')
const isNear = (a: FlowPiece, b: FlowPiece) => a.group.lines.at(-1)?.page === b.group.lines[0]?.page

/** How far an item is set in from the first of its list, in steps of some two ems. */
function depth(list: FlowPiece, item: FlowPiece): number {
  const [first] = list.group.lines
  const [own] = item.group.lines
  if (!first || !own || first.column !== own.column || first.page !== own.page) return 0
  return Math.max(0, Math.min(4, Math.round((own.x - first.x) / (own.size * 2))))
}

/** Items of one list in a row become one block. */
function joinLists(pieces: FlowPiece[]): FlowPiece[] {
  const out: FlowPiece[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    if (before?.kind === 'list' && piece.kind === 'list') {
      before.text += `\n${'  '.repeat(depth(before, piece))}${piece.text}`
      before.group = { lines: [...before.group.lines, ...piece.group.lines] }
    } else out.push(piece)
  }
  return out.map((p) =>
    p.kind === 'list' && !p.text.includes('\n') && !/^- /.test(p.text)
      ? { ...p, kind: 'paragraph' as const }
      : p,
  )
}
