import type { BodyStyle, Line } from './types'

/** The style of the running text: its size, the distance of its lines, and whether paragraphs are indented. */
export function bodyStyle(lines: Line[]): BodyStyle {
  const size =
    weighted(lines.filter((l) => !l.mono).map((l) => [Math.round(l.size * 5) / 5, l.text.length])) ?? 10
  const steps = lines.flatMap((l, i) => {
    const next = lines[i + 1]
    const step = next && next.page === l.page && next.column === l.column ? next.y - l.y : 0
    return step > size * 0.8 && step < size * 2.6 && Math.abs(l.size - size) < 0.6
      ? [Math.round(step * 5) / 5]
      : []
  })
  const leading = weighted(steps.map((s) => [s, 1])) ?? size * 1.2
  const indented = lines.filter((l) => isBody(l, size) && isIndent(l.x - l.edges.x, size)).length
  return { size, leading, indents: indented > Math.max(2, lines.length * 0.02) }
}

export const isBody = (l: Line, size: number) => Math.abs(l.size - size) < size * 0.06
export const isIndent = (by: number, size: number) => by > size * 0.7 && by < size * 4

function weighted(pairs: [number, number][]): number | undefined {
  const counts = new Map<number, number>()
  for (const [value, weight] of pairs) counts.set(value, (counts.get(value) ?? 0) + weight)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Fills in the edges of each line's column: where most lines start, and how far nearly all of them reach. */
export function setEdges(pages: Line[][]): void {
  const all = pages.flat()
  for (const column of ['left', 'right', 'whole'] as const) {
    const overall = edgesOf(all.filter((l) => l.column === column))
    for (const page of pages) {
      const own = page.filter((l) => l.column === column)
      const edges = own.length >= 10 ? edgesOf(own) : overall
      for (const l of own) l.edges = edges ?? l.edges
    }
  }
}

function edgesOf(lines: Line[]): { x: number; right: number } | undefined {
  const long = lines.filter((l) => l.text.length > 20)
  const x = weighted(long.map((l) => [Math.round(l.x / 2) * 2, l.text.length]))
  if (x === undefined) return undefined
  const rights = long.map((l) => l.right).sort((a, b) => a - b)
  return { x, right: rights[Math.floor(rights.length * 0.85)] ?? x }
}
