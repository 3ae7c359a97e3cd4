import { align, type Span } from './align'
import { carry, type Range, wordsIn } from './carry'
import { compare } from './compare'
import type { Ground, Strand } from './strand'
import { share, supportOf, weightIn } from './support'
import { likelyBeginnings } from './votes'

/** A quote with the words around it: `words` of `all` of a strand, and `quote` in characters of its text. */
export type Pattern = { strand: Strand; all: Span; words: Span; quote: Range }

/** A place where the pattern may belong; -1 to -1 when only its surroundings are there. */
export type Candidate = Range & {
  quote: number // share of the quote's words found, 0 to 1
  precision: number // share of the place that they fill, 0 to 1
  context: number // share of the surrounding words found, 0 to 1
  left: number
  right: number
  total: number // matched words, in units of one rare word
  score: number // the same, less for a place far from the expected one
  distance: number // characters from the expected place
  singles: number // words of the quote that stand nowhere else in the text
  reach: Span // words of the text from the first to the last counterpart, surroundings included
}

const LARGE = 200_000 // cells: a longer quote is compared by landmarks
const FAR = 200 // characters

/**
 * Places where the pattern may belong, best first. A quote and its surroundings together stand out where
 * neither does alone, so both are aligned, word by word, with each neighbourhood that shares enough words.
 * `near` is the word where the pattern is expected to begin; `taken` marks words known to belong to others.
 */
export function search(ground: Ground, pattern: Pattern, near: number, taken?: Uint8Array): Candidate[] {
  const length = pattern.all.to - pattern.all.from
  const quoteAt = Math.min(near + pattern.words.from - pattern.all.from, ground.ids.length - 1)
  const expected = ground.words.starts[quoteAt] ?? 0
  const look = (begin: number, slack: number) => {
    const window = {
      from: Math.max(0, begin - slack),
      to: Math.min(ground.ids.length, begin + length + slack),
    }
    return inspect(ground, pattern, window, expected, taken)
  }
  const found = likelyBeginnings(ground, pattern, near, taken).map((begin) => {
    const close = look(begin, 8 + (length >> 2))
    return close.quote < 0.8 && close.context < 0.8 ? look(begin, 16 + length) : close
  })
  found.sort((x, y) => y.score - x.score || x.start - y.start)
  return found.filter(
    (one, at) => one.total > 0 && !found.slice(0, at).some((better) => overlap(one, better)),
  )
}

function inspect(
  ground: Ground,
  pattern: Pattern,
  window: Span,
  expected: number,
  taken?: Uint8Array,
): Candidate {
  const { strand, all, words, quote } = pattern
  const map = new Int32Array(strand.ids.length).fill(-1)
  if ((all.to - all.from) * (window.to - window.from) <= LARGE) align(strand, all, ground, window, true, map)
  else compare(strand, all, ground, window, map)
  const range = carry(strand, quote, ground, map) ?? { start: -1, end: -1 }
  const inside = supportOf(strand, words, ground, map, taken)
  const left = supportOf(strand, { from: all.from, to: words.from }, ground, map)
  const right = supportOf(strand, { from: words.to, to: all.to }, ground, map)
  const distance = Math.abs(range.start - expected)
  const total = inside.matched + left.matched + right.matched
  return {
    ...range,
    quote: share(inside),
    precision: inside.matched && inside.matched / weightIn(ground, wordsIn(ground, range)),
    context: share({ matched: left.matched + right.matched, total: left.total + right.total }),
    left: share(left),
    right: share(right),
    total,
    distance,
    score: total - nearness(distance),
    singles: singlesIn(strand, words, ground, map),
    reach: reachOf(map, all),
  }
}

/** Words of evidence that distance outweighs: none nearby, one and a half at five hundred words. */
function nearness(distance: number): number {
  return 0.7 * Math.log(1 + distance / FAR)
}

function singlesIn(strand: Strand, words: Span, ground: Ground, map: Int32Array): number {
  let count = 0
  for (let at = words.from; at < words.to; at++) {
    const id = strand.ids[at]!
    if (ground.ids[map[at]!] === id && ground.first[id + 1]! - ground.first[id]! === 1) count++
  }
  return count
}

function reachOf(map: Int32Array, all: Span): Span {
  let from = -1
  let to = -1
  for (let at = all.from; at < all.to; at++) {
    if (map[at]! < 0) continue
    if (from < 0) from = map[at]!
    to = map[at]! + 1
  }
  return { from, to }
}

function overlap(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end
}
