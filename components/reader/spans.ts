export type Span = { start: number; end: number }

const byStart = (a: Span, b: Span): number => a.start - b.start

/** The same words as spans that do not touch: a thousand notes on one sentence are one thing to colour. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of [...spans].sort(byStart)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** Where two or more notes lie over the same words, so that an overlap shows as such. */
export function overlaps(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  let reach = -1
  for (const { start, end } of [...spans].sort(byStart)) {
    if (start < reach) found.push({ start, end: Math.min(end, reach) })
    reach = Math.max(reach, end)
  }
  return union(found)
}

/** The last of a sorted list that begins at `offset` or before; -1 where none does. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
