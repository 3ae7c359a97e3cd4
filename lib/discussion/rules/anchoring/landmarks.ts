import type { Span } from './align'
import type { Strand } from './strand'

export type Landmark = { a: number; b: number }

/**
 * Runs of `size` words that occur exactly once in each span, in an order both share: the fixed points that a
 * comparison of two texts can trust (patience diff, Bram Cohen; Hunt and Szymanski 1977). Near-linear in
 * time, where the usual O(ND) difference (Myers 1986) is quadratic once a third of the words have changed.
 */
export function landmarks(one: Strand, a: Span, other: Strand, b: Span, size: number): Landmark[] {
  const mine = singles(one.ids, a, size)
  const theirs = singles(other.ids, b, size)
  const found: Landmark[] = []
  for (const [hash, at] of mine) {
    const there = theirs.get(hash)
    if (at < 0 || there === undefined || there < 0) continue
    if (sameRun(one.ids, at, other.ids, there, size)) found.push({ a: at, b: there })
  }
  return longestRising(found.sort((x, y) => x.a - y.a))
}

/** The share of its runs of `size` words that occur once in a span, 0 to 1. */
export function singleness({ ids }: Strand, span: Span, size: number): number {
  const runs = [...singles(ids, span, size).values()]
  return runs.length ? runs.filter((at) => at >= 0).length / (span.to - span.from - size + 1) : 1
}

/** Where each run of words begins, by hash; -1 when it occurs again. */
function singles(ids: Int32Array, span: Span, size: number): Map<number, number> {
  const seen = new Map<number, number>()
  for (let at = span.from; at + size <= span.to; at++) {
    let hash = 17
    for (let k = 0; k < size; k++) hash = Math.imul(hash, 0x01000193) ^ ids[at + k]!
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    seen.set(hash, seen.has(hash) ? -1 : at)
  }
  return seen
}

function sameRun(a: Int32Array, i: number, b: Int32Array, j: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (a[i + k] !== b[j + k]) return false
  return true
}

/** The longest subsequence whose `b` also rises (Schensted 1961), by patience sorting. */
function longestRising(points: Landmark[]): Landmark[] {
  const tops: number[] = []
  const before = new Int32Array(points.length)
  points.forEach((point, at) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (points[tops[middle]!]!.b < point.b) low = middle + 1
      else high = middle
    }
    before[at] = low ? tops[low - 1]! : -1
    tops[low] = at
  })
  const chain: Landmark[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(points[at]!)
  return chain.reverse()
}
