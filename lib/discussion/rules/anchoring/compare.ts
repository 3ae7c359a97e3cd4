import { align, type Span } from './align'
import { type Landmark, landmarks } from './landmarks'
import type { Strand } from './strand'

const LONGEST_RUN = 4
const SMALL = 3_000 // cells: a gap this small is aligned outright
const LARGE = 1_000_000 // cells: and no gap above this, so that unlike texts cost nothing
const BUDGET = 12_000_000 // cells for one comparison

type Gap = { a: Span; b: Span; size: number }

/**
 * What `align` does, for spans of any length: fixes the landmarks, longest runs first, then compares what
 * lies between them in the same way. Work is bounded; what it does not reach stays without a counterpart.
 */
export function compare(before: Strand, a: Span, after: Strand, b: Span, forward: Int32Array) {
  let budget = BUDGET
  const open: Gap[] = [{ a, b, size: LONGEST_RUN }]
  for (let next = open.pop(); next && budget > 0; next = open.pop()) {
    const gap = trim(before, after, next, forward)
    const cells = length(gap.a) * length(gap.b)
    if (cells <= SMALL || (gap.size === 0 && cells <= LARGE)) {
      budget -= cells
      if (cells) align(before, gap.a, after, gap.b, false, forward)
    } else if (gap.size > 0) {
      budget -= length(gap.a) + length(gap.b)
      const points = landmarks(before, gap.a, after, gap.b, gap.size)
      if (points.length) open.push(...split(gap, points))
      else open.push({ ...gap, size: gap.size >> 1 })
    }
  }
}

/** Pairs the equal words at both ends and returns what lies between. */
function trim(before: Strand, after: Strand, gap: Gap, forward: Int32Array): Gap {
  const a = { ...gap.a }
  const b = { ...gap.b }
  while (length(a) && length(b) && before.ids[a.from] === after.ids[b.from]) forward[a.from++] = b.from++
  while (length(a) && length(b) && before.ids[a.to - 1] === after.ids[b.to - 1]) forward[--a.to] = --b.to
  return { a, b, size: gap.size }
}

function split(gap: Gap, points: Landmark[]): Gap[] {
  const starts = [{ a: gap.a.from, b: gap.b.from }, ...points]
  return starts.map((start, at) => {
    const end = points[at] ?? { a: gap.a.to, b: gap.b.to }
    return { a: { from: start.a, to: end.a }, b: { from: start.b, to: end.b }, size: gap.size }
  })
}

function length(span: Span): number {
  return span.to - span.from
}
