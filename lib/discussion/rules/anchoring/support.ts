import type { Span } from './align'
import { likeness } from './likeness'
import type { Strand } from './strand'

/** How much of some words an alignment found again: `matched` of `total`, in units of one rare word. */
type Support = { matched: number; total: number }

export function supportOf(
  one: Strand,
  span: Span,
  other: Strand,
  map: Int32Array,
  taken?: Uint8Array,
): Support {
  let matched = 0
  let total = 0
  for (let at = span.from; at < span.to; at++) {
    const to = map[at]!
    total += one.weight[at]!
    if (to >= 0 && !taken?.[to]) matched += matchOf(one, at, other, to)
  }
  return { matched, total }
}

/** The matched share, 0 to 1, or `otherwise` where there are no words. */
export function share({ matched, total }: Support, otherwise = 0): number {
  return total > 0 ? matched / total : otherwise
}

/** What a match of word `at` with word `to` proves: its weight, by how alike the two are; 0 if unmatched. */
export function matchOf(one: Strand, at: number, other: Strand, to: number): number {
  if (to < 0) return 0
  const weight = one.weight[at]!
  if (one.ids[at] === other.ids[to]) return weight
  return weight * likeness(one.words.keys[at]!, other.words.keys[to]!)
}

export function weightIn(strand: Strand, span: Span): number {
  let sum = 0
  for (let at = span.from; at < span.to; at++) sum += strand.weight[at]!
  return sum
}
