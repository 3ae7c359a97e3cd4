import type { Span } from './types'

/** Spans that share a baseline, from left to right; a gap wider than `CELL` ems parts two cells. */
export type Row = {
  y: number
  size: number
  spans: Span[]
  cells: { x: number; right: number; text: string }[]
}

const CELL = 1.15

export function rowsOf(spans: Span[]): Row[] {
  const rows: Span[][] = []
  for (const s of [...spans].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    if (last?.[0] && s.y - last[0].y < Math.min(last[0].size, s.size) * 0.35) last.push(s)
    else rows.push([s])
  }
  return rows.map((row) => {
    const own = row.sort((a, b) => a.x - b.x)
    const size = Math.max(...own.map((s) => s.size))
    return { y: own[0]?.y ?? 0, size, spans: own, cells: cellsOf(own, size) }
  })
}

function cellsOf(spans: Span[], size: number): Row['cells'] {
  const cells: Row['cells'] = []
  for (const s of spans) {
    const last = cells.at(-1)
    if (last && s.x - last.right <= CELL * size) {
      last.text += ` ${s.text}`
      last.right = Math.max(last.right, s.right)
    } else cells.push({ x: s.x, right: s.right, text: s.text })
  }
  return cells
}

/** The value that most of a list have, to two points. */
export function usual(values: number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const v of values) counts.set(Math.round(v / 2) * 2, (counts.get(Math.round(v / 2) * 2) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
