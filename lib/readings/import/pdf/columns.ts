import { toLines } from './lines'
import type { Line, PageText, Span } from './types'
import { wideTables } from './wide-tables'

/** In ems: the least gap that is taken for a gutter and not for a space between words. */
const GUTTER = 0.8

/**
 * The gutter between two columns, per page: the place in the middle of the page that many rows leave free
 * while both sides are full of prose. Pages vote, because one page may hold a table that looks the same.
 */
export function findGutters(pages: PageText[]): (number | undefined)[] {
  const own = pages.map(gutterOf)
  const found = own.filter((x) => x !== undefined)
  const backed = found.filter(
    (x) => pages.length <= 2 || found.filter((y) => Math.abs(y - x) < 12).length >= 2,
  )
  return own.map((x, i) => {
    const page = pages[i]
    if (!page || (x !== undefined && backed.includes(x))) return x
    // A page that is mostly a figure shows no gutter of its own; its neighbours' holds if text keeps clear of it.
    if (found.length * 2 < pages.length) return undefined
    return [...backed].sort((a, b) => clashes(page, a) - clashes(page, b)).find((y) => clashes(page, y) < 0.5)
  })
}

/** Share of the page's spans that a gutter at x would cut. */
const clashes = (page: PageText, x: number) =>
  page.spans.filter((s) => s.x < x - 2 && s.right > x + 2).length / Math.max(1, page.spans.length)

function gutterOf(page: PageText): number | undefined {
  const rows = rowsOf(page.spans)
  if (rows.length < 8) return undefined
  const left = Math.min(...page.spans.map((s) => s.x))
  const right = Math.max(...page.spans.map((s) => s.right))
  let best: { x: number; score: number } | undefined
  for (let x = left + (right - left) * 0.35; x < left + (right - left) * 0.65; x += 2) {
    const score = scoreAt(x, rows, left)
    if (score > (best?.score ?? 0)) best = { x, score }
  }
  return best ? centre(best.x, rows) : undefined
}

function scoreAt(x: number, rows: Span[][], left: number): number {
  let split = 0
  let crossed = 0
  let full = 0
  for (const row of rows) {
    const before = row.filter((s) => s.right <= x)
    const after = row.filter((s) => s.x >= x)
    if (before.length + after.length < row.length) {
      crossed++
      continue
    }
    if (!before.length || !after.length) continue
    const end = Math.max(...before.map((s) => s.right))
    const start = Math.min(...after.map((s) => s.x))
    const size = Math.max(...row.map((s) => s.size))
    if (start - end < GUTTER * size) crossed++
    else {
      split++
      if (x - end < (x - left) * 0.2) full++
    }
  }
  // Cells of a table seldom fill their column; lines of prose do.
  return split >= 6 && split > crossed * 0.6 && full >= split * 0.4 ? split - crossed * 0.5 : 0
}

/** The middle of the free space, so that slightly wide lines do not seem to cross. */
function centre(x: number, rows: Span[][]): number {
  const ends = rows.flatMap((r) => r.filter((s) => s.right <= x).map((s) => s.right)).sort((a, b) => b - a)
  const begins = rows.flatMap((r) => r.filter((s) => s.x >= x).map((s) => s.x)).sort((a, b) => a - b)
  const at = (list: number[]) => list[Math.min(list.length - 1, Math.floor(list.length * 0.03))] ?? x
  return (at(ends) + at(begins)) / 2
}

function rowsOf(spans: Span[]): Span[][] {
  const rows: Span[][] = []
  for (const s of [...spans].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last?.[0] && s.y - last[0].y < last[0].size * 0.4) last.push(s)
    else rows.push([s])
  }
  return rows
}

/** The page's lines in reading order: what crosses the gutter parts bands, and a band is read left, then right. */
export function orderedLines(page: PageText, gutter: number | undefined): Line[] {
  if (gutter === undefined) return toLines(page.spans, page.number, 'whole')
  const { whole, left, right } = dealOut(page.spans, gutter)
  const across = toLines(whole, page.number, 'whole')
  const columns = [toLines(left, page.number, 'left'), toLines(right, page.number, 'right')]
  const out: Line[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const line of [...across, undefined]) {
    const to = line?.y ?? Number.POSITIVE_INFINITY
    for (const column of columns) out.push(...column.filter((l) => l.y >= from && l.y < to))
    if (line) out.push(line)
    from = to
  }
  return out
}

function dealOut(spans: Span[], x: number) {
  const left = Math.min(...spans.map((s) => s.x))
  // An overfull line sticks out of the left column a little; it crosses nothing.
  const sticksOut = (s: Span) => s.right - x < (x - left) * 0.25 && s.x - left < (x - left) * 0.3
  const tables = wideTables(spans, x)
  const crosses = (s: Span) => s.x < x - 1 && s.right > x + 1 && !sticksOut(s)
  const whole: Span[] = spans.filter((s) => tables.has(s) || crosses(s))
  const sides = spans.filter((s) => !tables.has(s) && !crosses(s))
  // What stands right beside a crossing span is the rest of its line.
  for (let grown = true; grown; ) {
    grown = false
    for (let i = sides.length - 1; i >= 0; i--) {
      const s = sides[i]
      if (!s || !whole.some((w) => continues(w, s))) continue
      whole.push(s)
      sides.splice(i, 1)
      grown = true
    }
  }
  return { whole, left: sides.filter((s) => s.x < x - 1), right: sides.filter((s) => s.x >= x - 1) }
}

function continues(a: Span, b: Span): boolean {
  const size = Math.max(a.size, b.size)
  if (Math.abs(a.y - b.y) > size * 0.5) return false
  return b.x - a.right < size * GUTTER && a.x - b.right < size * GUTTER
}
