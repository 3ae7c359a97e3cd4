import { lowered, raised } from '../scripts'
import { isUnspaced } from '../text'
import type { Cell, Column, Line, Span } from './types'

/** In ems: a wider gap than WORD is a space, a wider one than CELL sets columns of a table apart. */
const WORD = 0.17
const CELL = 1.15
const BIT = 0.42
const SMALL = 0.86

/** Spans of one column to lines, top to bottom. Raised and lowered figures go to the line that they hang on. */
export function toLines(spans: Span[], page: number, column: Column): Line[] {
  const rows: Span[][] = []
  const near = new Map<number, Span[][]>()
  // Large type first: a note's mark must find its line, not found one.
  for (const span of [...spans].sort((a, b) => b.size - a.size || a.y - b.y || a.x - b.x)) {
    const row = rowFor(span, near)
    if (row) row.push(span)
    else {
      const fresh = [span]
      rows.push(fresh)
      for (const k of [-1, 0, 1]) push(near, slot(span.y) + k, fresh)
    }
  }
  return rows
    .map((r) => lineOf(r, page, column))
    .filter((l) => l.text)
    .sort((a, b) => a.y - b.y || a.x - b.x)
}

const SLOT = 12
const slot = (y: number) => Math.floor(y / SLOT)
const push = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function rowFor(span: Span, near: Map<number, Span[][]>): Span[] | undefined {
  return near.get(slot(span.y))?.find((row) => {
    const [head] = row
    if (!head) return false
    const drop = span.y - head.y
    if (Math.abs(drop) < 0.22 * Math.min(span.size, head.size) + 0.5) return true
    if (span.size > head.size * SMALL || drop < -0.62 * head.size || drop > 0.38 * head.size) return false
    return row.some((s) => span.x < s.right + head.size * 0.6 && span.right > s.x - head.size * 0.6)
  })
}

function lineOf(row: Span[], page: number, column: Column): Line {
  const spans = [...row].sort((a, b) => a.x - b.x)
  const size = commonest(spans)
  const base = spans.find((s) => s.size >= size * 0.99)?.y ?? spans[0]?.y ?? 0
  const cells = cellsOf(spans, size, base, CELL)
  const share = (is: (s: Span) => boolean) => {
    const letters = spans.filter((s) => s.size >= size * SMALL)
    const all = letters.reduce((n, s) => n + s.text.length, 0)
    return letters.reduce((n, s) => n + (is(s) ? s.text.length : 0), 0) / Math.max(1, all)
  }
  const x = Math.min(...spans.map((s) => s.x))
  const right = Math.max(...spans.map((s) => s.right))
  return {
    page,
    column,
    x,
    right,
    y: base,
    size,
    text: cells
      .map((c) => c.text)
      .join(' ')
      .trim(),
    cells,
    bits: cellsOf(spans, size, base, BIT),
    bold: share((s) => s.font.bold) > 0.85,
    italic: share((s) => s.font.italic) > 0.85,
    mono: share((s) => s.font.mono) > 0.8,
    caps: share((s) => s.font.caps) > 0.8,
    math: share((s) => s.font.math),
    edges: { x, right },
    ...(spans.some(isMark(size, base))
      ? {
          names: cellsOf(
            spans.map((s) => (isMark(size, base)(s) ? { ...s, text: ',' } : s)),
            size,
            base,
            CELL,
          ).map((c) => c.text),
        }
      : {}),
  }
}

const isMark = (size: number, base: number) => (s: Span) =>
  s.size <= size * SMALL && base - s.y > 0.15 * size && /^[a-z*∗†‡§¶#,\s]{1,8}$/.test(s.text)

/** The size that most characters of the line have. */
function commonest(spans: Span[]): number {
  const counts = new Map<number, number>()
  for (const s of spans) {
    const size = Math.round(s.size * 10) / 10
    counts.set(size, (counts.get(size) ?? 0) + s.text.trim().length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function cellsOf(spans: Span[], size: number, base: number, least: number): Cell[] {
  const cells: Cell[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const s of spans) {
    const last = cells.at(-1)
    const gap = (s.x - end) / size
    const text = shown(s, size, base)
    if (!last || gap > least) cells.push({ x: s.x, right: s.right, text: text.trim() })
    else {
      last.text = `${last.text}${spaced(last.text, s.text, gap) ? ' ' : ''}${text}`
      last.right = Math.max(last.right, s.right)
    }
    end = Math.max(end, s.right)
  }
  return cells.map((c) => ({ ...c, text: c.text.replace(/\s+/g, ' ').trim() }))
}

function spaced(before: string, after: string, gap: number) {
  if (/\s$/.test(before) || /^\s/.test(after)) return false
  const unspaced = isUnspaced(before.slice(-1)) && isUnspaced(after.slice(0, 1))
  return gap > (unspaced ? 0.6 : WORD)
}

function shown(s: Span, size: number, base: number): string {
  if (s.size > size * SMALL) return s.text
  if (base - s.y > 0.15 * size) return raised(s.text)
  return s.y - base > 0.08 * size ? lowered(s.text) : s.text
}
