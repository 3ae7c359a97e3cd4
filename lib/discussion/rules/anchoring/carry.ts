import type { Span } from './align'
import { lowest } from './sorted'
import type { Strand } from './strand'
import { matchOf } from './support'
import { splitsPair } from './surrogates'
import { wordAt } from './words'

export type Range = { start: number; end: number } // UTF-16 code units

const STRAYS = 2 // words
const FAR = 36 // characters more than before

/** The words that a range of characters touches, in whole or in part. */
export function wordsIn({ words }: Strand, range: Range): Span {
  return { from: wordAt(words, range.start), to: lowest(words.starts, range.end) }
}

/**
 * Where a range of characters went, given where its words went: from the counterpart of its first word that
 * has one to that of its last. A range that begins or ends inside a word, or with spaces, keeps doing so.
 */
export function carry(one: Strand, range: Range, other: Strand, map: Int32Array): Range | null {
  const span = wordsIn(one, range)
  const found: number[] = []
  for (let at = span.from; at < span.to; at++) if (map[at]! >= 0) found.push(at)
  const { first, last } = withoutStrays(one, withoutReplaced(one, found, other, map), other, map)
  if (first === undefined || last === undefined) return null
  let start = other.words.starts[map[first]!]!
  let end = other.words.ends[map[last]!]!
  if (first === span.from) start = carryEdge(one, first, range.start, other, map[first]!)
  if (last === span.to - 1) end = carryEdge(one, last, range.end, other, map[last]!)
  return end > start ? { start, end } : null
}

/**
 * The `found` words from the first to the last that is still the same, and at each end at most one that was
 * replaced. Nobody can say whether a rewritten edge belongs to a passage: this errs by little either way.
 */
function withoutReplaced(one: Strand, found: number[], other: Strand, map: Int32Array): number[] {
  const same = found.map((at) => matchOf(one, at, other, map[at]!) > 0)
  const first = same.indexOf(true)
  return first < 0 ? [] : found.slice(Math.max(0, first - 1), same.lastIndexOf(true) + 2)
}

/**
 * The outermost of the `found` words, but for one or two at either end that lie far from the others: a common
 * word that was replaced finds its like a sentence away.
 */
function withoutStrays(one: Strand, found: number[], other: Strand, map: Int32Array) {
  const apart = (k: number) => {
    const was = one.words.starts[found[k + 1]!]! - one.words.ends[found[k]!]!
    return other.words.starts[map[found[k + 1]!]!]! - other.words.ends[map[found[k]!]!]! - was >= FAR
  }
  const few = Math.min(STRAYS, Math.floor(found.length / 3))
  let from = 0
  let to = found.length - 1
  for (let k = 0; k < few; k++) if (apart(k)) from = k + 1
  for (let k = 0; k < few; k++) if (apart(found.length - 2 - k)) to = found.length - 2 - k
  return { first: found[from], last: found[to] }
}

/** Where a boundary inside or beside word `at` falls inside or beside word `to`. */
function carryEdge(one: Strand, at: number, offset: number, other: Strand, to: number): number {
  const [from, until] = [one.words.starts[at]!, one.words.ends[at]!]
  const [start, end] = [other.words.starts[to]!, other.words.ends[to]!]
  if (offset <= from) return start - spaces(other.text, start, -1, from - offset)
  if (offset >= until) return end + spaces(other.text, end, 1, offset - until)
  return start + edgeInWord(one.text.slice(from, until), other.text.slice(start, end), offset - from)
}

/** How many of `wanted` spaces there are beside `edge`, going in direction `step`. */
function spaces(text: string, edge: number, step: 1 | -1, wanted: number): number {
  let count = 0
  while (count < wanted && /\s/.test(text[step > 0 ? edge + count : edge - count - 1] ?? '')) count++
  return count
}

/** Same distance from the beginning if the words agree so far, else from the end, else in proportion. */
function edgeInWord(word: string, target: string, offset: number): number {
  const place = target.startsWith(word.slice(0, offset))
    ? offset
    : target.endsWith(word.slice(offset))
      ? target.length - (word.length - offset)
      : Math.round((offset * target.length) / word.length)
  return splitsPair(target, place) ? place - 1 : place
}
