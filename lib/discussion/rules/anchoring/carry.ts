import type { Span } from './align'
import type { Strand } from './strand'

export type Range = { start: number; end: number } // UTF-16 code units

const STRAYS = 2
const FAR = 36 // characters more than before

/** The words that a range of characters touches, in whole or in part. */
export function wordsIn(strand: Strand, range: Range): Span {
  const { starts, ends } = strand.words
  return { from: lowest(ends, range.start + 1), to: lowest(starts, range.end) }
}

/**
 * Where a range of characters went, given where its words went: from the counterpart of its first word that
 * has one to that of its last. A range that begins or ends inside a word, or with spaces, keeps doing so.
 */
export function carry(one: Strand, range: Range, other: Strand, map: Int32Array): Range | null {
  const span = wordsIn(one, range)
  const found: number[] = []
  for (let at = span.from; at < span.to; at++) if (map[at]! >= 0) found.push(at)
  const { first, last } = withoutStrays(one, found, other, map)
  if (first === undefined || last === undefined) return null
  let start = other.words.starts[map[first]!]!
  let end = other.words.ends[map[last]!]!
  if (first === span.from) start = carryEdge(one, first, range.start, other, map[first]!)
  if (last === span.to - 1) end = carryEdge(one, last, range.end, other, map[last]!)
  return end > start ? { start, end } : null
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
  if (offset <= from) return start - spaces(one.text, offset, from, other.text, start, -1)
  if (offset >= until) return end + spaces(one.text, offset, until, other.text, end, 1)
  return start + edgeInWord(one.text.slice(from, until), other.text.slice(start, end), offset - from)
}

/** How many of the spaces between `offset` and its word the other text has too, going in direction `step`. */
function spaces(
  text: string,
  offset: number,
  word: number,
  target: string,
  edge: number,
  step: 1 | -1,
): number {
  const wanted = Math.abs(word - offset)
  let count = 0
  while (count < wanted) {
    const character = target[step > 0 ? edge + count : edge - count - 1]
    if (character === undefined || /\S/.test(character)) break
    count++
  }
  return text.length ? count : 0
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

export function splitsPair(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[offset - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[offset] ?? '')
}

/** The first index whose value is at least `value`, in a rising list. */
function lowest(values: Int32Array, value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! >= value) high = middle
    else low = middle + 1
  }
  return low
}
