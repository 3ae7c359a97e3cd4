import type { Span } from './types'

const ENOUGH = 8

/** Manuscripts under review number their lines in the margin: figures one below another that count up evenly. */
export function withoutLineNumbers(spans: Span[]): Span[] {
  const numbers = spans.filter((s) => /^\s*\d{1,5}\s*$/.test(s.text))
  if (numbers.length < ENOUGH) return spans
  const drop = new Set<Span>()
  for (const edge of [(s: Span) => s.right, (s: Span) => s.x]) {
    for (const column of columns(numbers, edge)) if (isCount(column)) for (const s of column) drop.add(s)
  }
  return drop.size ? spans.filter((s) => !drop.has(s)) : spans
}

function columns(numbers: Span[], edge: (s: Span) => number): Span[][] {
  const by = new Map<number, Span[]>()
  for (const s of numbers) {
    const at = Math.round(edge(s) / 2)
    by.set(at, [...(by.get(at) ?? []), s])
  }
  return [...by.values()].filter((c) => c.length >= ENOUGH).map((c) => c.sort((a, b) => a.y - b.y))
}

/** Steps of one, or of five, nearly throughout; a column of a table does not count like that. */
function isCount(column: Span[]): boolean {
  const values = column.map((s) => Number(s.text))
  const steps = values.slice(1).map((v, i) => v - (values[i] ?? 0))
  const even = steps.filter((s) => s === 1).length
  const fives = steps.filter((s) => s === 5).length
  return Math.max(even, fives) >= steps.length * 0.9
}
