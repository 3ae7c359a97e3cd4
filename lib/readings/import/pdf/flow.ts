import { joinTwo } from '../hyphens'
import { formatTable, parseTable } from '../table'
import type { Vocabulary } from '../vocabulary'
import type { SetBlock } from './blocks'
import { isIndent } from './body'
import { FIGURE_CAPTION, TABLE_CAPTION } from './tables'
import type { BodyStyle } from './types'

export type FlowPiece = SetBlock | { kind: 'heading'; text: string; level: number; group: SetBlock['group'] }

/** What the page broke is put together: paragraphs round a float, lists item by item, tables and their captions. */
export function mend(pieces: FlowPiece[], body: BodyStyle, words: Vocabulary): FlowPiece[] {
  return joinLists(joinTables(joinParagraphs(pieces, body, words)))
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

/** Items of one list in a row become one block. */
function joinLists(pieces: FlowPiece[]): FlowPiece[] {
  const out: FlowPiece[] = []
  for (const piece of pieces) {
    const before = out.at(-1)
    if (before?.kind === 'list' && piece.kind === 'list') {
      before.text += `\n${piece.text}`
      before.group = { lines: [...before.group.lines, ...piece.group.lines] }
    } else out.push(piece)
  }
  return out.map((p) =>
    p.kind === 'list' && !p.text.includes('\n') && !/^- /.test(p.text)
      ? { ...p, kind: 'paragraph' as const }
      : p,
  )
}

export const isFloatCaption = (text: string) => FIGURE_CAPTION.test(text) || TABLE_CAPTION.test(text)
