import { align, type Span } from './align'
import { type Landmark, landmarks, singleness } from './landmarks'
import type { Strand } from './strand'
import { compareStrips } from './strips'

const LONGEST_RUN = 4
const SMALL = 3_000 // cells: a gap this small is aligned outright
const LARGE = 1_000_000 // cells: larger gaps in strips, which end soon where the texts are unlike
const REPEATING = 8_000_000 // cells of texts that repeat themselves, which no landmark divides safely
const BUDGET = 24_000_000 // cells for one comparison

const UNLIKE_ITSELF = 0.7 // of the runs of a text occur once in it; of prose nearly all

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
    if (cells <= SMALL || cells <= (gap.size === 0 ? LARGE : roomFor(before, gap))) {
      budget -= cells
      if (cells) align(before, gap.a, after, gap.b, false, forward)
    } else if (gap.size > 0) {
      budget -= length(gap.a) + length(gap.b)
      const points = landmarks(before, gap.a, after, gap.b, gap.size)
      if (points.length) open.push(...split(gap, points))
      else open.push({ ...gap, size: gap.size >> 1 })
    } else budget -= compareStrips(before, gap.a, after, gap.b, forward, budget)
  }
}

/** How many cells are compared outright although there may be landmarks: where runs of words recur, those mislead. */
function roomFor(before: Strand, gap: Gap): number {
  return gap.size === LONGEST_RUN && singleness(before, gap.a, LONGEST_RUN) < UNLIKE_ITSELF ? REPEATING : 0
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
