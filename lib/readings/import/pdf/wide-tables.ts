import { type Row, rowsOf, usual } from './rows'
import { ITEM, TABLE_CAPTION } from './tables'
import type { Span } from './types'

const NEAR = 3.2 // ems from one row to the next
const WRAPPED = 2 // rows in between that continue a cell

/**
 * The spans of tables that take the whole width of a page in two columns, captions and notes included. Their cells keep
 * clear of the gutter as often as not: what tells them from prose is that the right half of a row does not begin where
 * the lines of the right column do.
 */
export function wideTables(spans: Span[], gutter: number): Set<Span> {
  const rows = rowsOf(spans)
  const edge = usual(
    rows.flatMap((r) => r.cells.filter((c) => c.x >= gutter - 1 && c.text.length > 20).map((c) => c.x)),
  )
  const width = Math.max(...spans.map((s) => s.right)) - gutter
  const found = new Set<Span>()
  for (let i = 0; i < rows.length; i++) {
    const to = endOf(rows, i, gutter, edge ?? gutter, width)
    if (to === undefined) continue
    for (const row of rows.slice(captionAt(rows, i, gutter), withNote(rows, to, gutter)))
      for (const s of row.spans) found.add(s)
    i = to - 1
  }
  return found
}

/** After the last row of the table that begins at `from`, if one does: three rows across, or two that are cut. */
function endOf(rows: Row[], from: number, gutter: number, edge: number, width: number): number | undefined {
  let to = from
  let count = 0
  let idle = 0
  for (let i = from; i < rows.length; i++) {
    const row = rows[i]
    const before = rows[i - 1]
    if (!row || (i > from && before && row.y - before.y > NEAR * row.size)) break
    if (isAcross(row, gutter, edge)) {
      count++
      to = i + 1
      idle = 0
    } else if (i === from || ++idle > WRAPPED || row.cells.some((c) => c.right - c.x > width * 0.75)) break
  }
  return count >= 3 ? to : undefined
}

/** Labels of items, and two columns of an index or of notes, are set like cells too, but begin where lines do. */
function isAcross(row: Row, gutter: number, edge: number): boolean {
  const cells = row.cells.filter((c) => !ITEM.test(c.text.trim()))
  const left = cells.filter((c) => c.right <= gutter + 1)
  const right = cells.filter((c) => c.x >= gutter - 1)
  if (left.length + right.length < cells.length) return cells.length > 2
  const [first] = right
  if (!first || left.length === 0 || cells.length < 3) return false
  const isUneven = left.length > 1 && right.length > 1 && left.length !== right.length
  return isUneven || first.x > edge + row.size * 1.6
}

/** The caption may be short enough for the left column; nothing stands beside it. */
function captionAt(rows: Row[], from: number, gutter: number): number {
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const row = rows[i]
    const below = rows[i + 1]
    if (!row || !below || below.y - row.y > NEAR * row.size) return from
    if (TABLE_CAPTION.test(textOf(row))) return i
    if (row.spans.some((s) => s.x >= gutter - 1) && row.cells.length > 1) return from
  }
  return from
}

function withNote(rows: Row[], to: number, gutter: number): number {
  const row = rows[to]
  const last = rows[to - 1]
  const is = row && last && row.y - last.y < NEAR * row.size && /^(?:notes?|sources?)\b/i.test(textOf(row))
  return is && row.spans.every((s) => s.x < gutter) ? to + 1 : to
}

const textOf = (row: Row) =>
  row.cells
    .map((c) => c.text)
    .join(' ')
    .trim()
