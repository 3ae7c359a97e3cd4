import { formatTable } from '../table'
import type { Line } from './types'

// After its number a caption has a mark, a capital or nothing; "Figure 1 shows" is a sentence.
const AFTER = '(?:\\d+(?:[.-]\\d+)*|[IVXL]+|[A-Z]\\.?\\d+)[a-z]?(?:\\s*[.:|)–—-]|\\s*$|\\s+(?=[^a-z\\s(]))'
export const TABLE_CAPTION = new RegExp(
  `^(?:[Tt]able|TABLE|[Tt]ab\\.|TAB\\.|Tableau|Tabelle|표|表)\\s*${AFTER}`,
)
export const FIGURE_CAPTION = new RegExp(
  `^(?:[Ff]igure|FIGURE|[Ff]ig\\.|FIG\\.|Scheme|Chart|Plate|그림|圖|图|図)\\s*${AFTER}`,
)

/**
 * Where tables lie in a run of lines: three rows or more with cells set apart, or two right by a caption that
 * says "Table". Lines of one cell in between are wrapped cells or headings of groups of rows.
 */
export function tableRuns(lines: Line[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let i = 0; i < lines.length; i++) {
    const to = endOfRun(lines, i)
    const rows = lines.slice(i, to).filter(hasCells)
    if (
      rows.length >= (nearCaption(lines, i, to) || rows.every((r) => r.cells.length > 2) ? 2 : 3) &&
      aligned(rows) &&
      !isFormula(rows) &&
      isWorded(rows)
    ) {
      runs.push({ from: withHead(lines, i), to })
      i = to - 1
    }
  }
  return runs
}

const hasCells = (l: Line | undefined) =>
  (l?.cells.length ?? 0) >= 2 && !l?.mono && !ITEM.test(l?.cells[0]?.text ?? '')

/** A bullet or a number with a gap after it opens an item of a list, not a row. */
export const ITEM = /^(?:[•●▪■◦‣∙·–—*►✓]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\[\d{1,4}\])$/

function endOfRun(lines: Line[], from: number): number {
  let to = from
  let idle = 0
  for (let i = from; i < lines.length && hasCells(lines[from]); i++) {
    const l = lines[i]
    const before = lines[i - 1]
    if (
      !l ||
      (before &&
        i > from &&
        (l.page !== before.page || l.column !== before.column || l.y - before.y > l.size * 2.6))
    )
      break
    if (hasCells(l)) {
      to = i + 1
      idle = 0
    } else if (++idle > 2 || TABLE_CAPTION.test(l.text) || isFull(l)) break
  }
  return to
}

/** Up to three lines between a caption and the first row are its head, whose cells stand closer. */
function withHead(lines: Line[], from: number): number {
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const l = lines[i]
    const below = lines[i + 1]
    if (!l || !below || l.page !== below.page || below.y - l.y > l.size * 2.6) return from
    if (TABLE_CAPTION.test(l.text)) return i + 1
    if (isFull(l) && l.bits.length < 2) return from
  }
  return from
}

/** A line as wide as the column is prose, not a cell. */
const isFull = (l: Line) => l.right - l.x > (l.edges.right - l.edges.x) * 0.8

const nearCaption = (lines: Line[], from: number, to: number) =>
  [lines[from - 1], lines[from - 2], lines[to], lines[to + 1]].some((l) => l && TABLE_CAPTION.test(l.text))

/** Cells of different rows start or end at the same places. */
function aligned(rows: Line[]): boolean {
  const fits = rows.filter((row) =>
    rows.some(
      (other) =>
        other !== row && row.cells.slice(1).some((c) => other.cells.slice(1).some((d) => meets(c, d))),
    ),
  )
  return fits.length >= rows.length * 0.7
}

const meets = (a: { x: number; right: number }, b: { x: number; right: number }) =>
  Math.abs(a.x - b.x) < 5 || Math.abs(a.right - b.right) < 5 || Math.abs(a.x + a.right - b.x - b.right) < 10

/** Plots scatter single signs over the page, and formulas their parts; tables have words and figures. */
function isWorded(rows: Line[]): boolean {
  const cells = rows.flatMap((r) => r.cells)
  const math = rows.reduce((n, r) => n + r.math, 0) / rows.length
  return math < 0.45 && cells.filter((c) => c.text.length > 1).length >= cells.length * 0.45
}

/** Numbered formulas stand like two-celled rows: an expression, and "(3)" at the margin. */
const isFormula = (rows: Line[]) =>
  rows.filter((r) => /^\(\d+(?:\.\d+)?[a-z]?\)$/.test(r.cells.at(-1)?.text ?? '')).length > rows.length / 2

/** Sorts the cells of all rows into columns by where they stand. */
export function tableText(lines: Line[], caption?: string): string {
  const columns = columnsOf(lines)
  const rows: string[][] = []
  let previous: Line | undefined
  for (const l of lines) {
    const cells = Array<string>(columns.length).fill('')
    for (const c of l.bits) {
      const at = nearest(columns, c)
      cells[at] = [cells[at], c.text].filter(Boolean).join(' ')
    }
    const last = rows.at(-1)
    if (last && previous && wraps(cells, l, previous))
      cells.forEach((t, i) => {
        if (t) last[i] = `${last[i] ?? ''} ${t}`.trim()
      })
    else rows.push(cells)
    previous = l
  }
  return formatTable(caption ? { caption, rows } : { rows })
}

/** A row without its first cell, close under the last, goes on with that row's cells. */
const wraps = (cells: string[], l: Line, previous: Line) =>
  !cells[0] && cells.filter(Boolean).length === 1 && cells.length > 1 && l.y - previous.y < l.size * 1.35

type Span = { x: number; right: number }

/** Spans of x that cells share; a heading over several columns does not fuse them, the rows with most cells rule. */
function columnsOf(lines: Line[]): Span[] {
  const counts = lines.map((l) => l.cells.length)
  const most = Math.max(...counts)
  const rule = lines.filter((l) => l.cells.length >= Math.max(2, most - 1))
  const columns: Span[] = []
  for (const c of rule.flatMap((l) => l.cells).sort((a, b) => a.x - b.x)) {
    const over = columns.find((k) => c.x < k.right && c.right > k.x)
    if (!over) columns.push({ x: c.x, right: c.right })
    else if (c.right - c.x < 400)
      Object.assign(over, { x: Math.min(over.x, c.x), right: Math.max(over.right, c.right) })
  }
  return columns.sort((a, b) => a.x - b.x)
}

function nearest(columns: Span[], c: Span): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  columns.forEach((k, i) => {
    const gap = Math.max(k.x - c.right, c.x - k.right, 0) + Math.abs(k.x - c.x) * 0.01
    if (gap < least) [best, least] = [i, gap]
  })
  return best
}
