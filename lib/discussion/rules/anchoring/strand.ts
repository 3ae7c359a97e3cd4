import { rememberLast } from './memo'
import { isMeaningful, type Words, wordsOf } from './words'

/**
 * A text as words: `ids` are equal where the words are, `weight` says how much a match of a word proves, and
 * `edges` packs its first and last code unit, to see cheaply that two words cannot be alike.
 */
export type Strand = { text: string; words: Words; ids: Int32Array; weight: Float64Array; edges: Int32Array }

/** A strand that others are compared with: it names the words and lists where each one occurs. */
export type Ground = Strand & {
  lexicon: Map<string, number>
  weightOf: Float64Array // by id
  first: Int32Array // by id: where its occurrences begin in `places`
  places: Int32Array
}

export const MARK = 0.06
const UNKNOWN = 1

/** The ground for `text`; the last few are kept, because a text is searched for many notes in a row. */
export const groundOf = rememberLast(4, (text: string) => layGround(text))

function layGround(text: string): Ground {
  const words = wordsOf(text)
  const lexicon = new Map<string, number>()
  const ids = new Int32Array(words.keys.length)
  words.keys.forEach((key, at) => {
    const known = lexicon.get(key)
    const id = known ?? lexicon.size
    if (known === undefined) lexicon.set(key, id)
    ids[at] = id
  })
  const { first, places } = occurrences(ids, lexicon.size)
  const weightOf = new Float64Array(lexicon.size)
  for (const [key, id] of lexicon) weightOf[id] = rarity(key, first[id + 1]! - first[id]!, ids.length)
  return {
    text,
    words,
    ids,
    weight: weigh(ids, weightOf, words),
    edges: edgesOf(words),
    lexicon,
    weightOf,
    first,
    places,
  }
}

/** `text` as a strand comparable with `ground`: words that the ground lacks get ids of their own. */
export function strandOn(ground: Ground, text: string): Strand {
  const words = wordsOf(text)
  const strangers = new Map<string, number>()
  const ids = new Int32Array(words.keys.length)
  words.keys.forEach((key, at) => {
    let id = ground.lexicon.get(key) ?? strangers.get(key)
    if (id === undefined) {
      id = ground.lexicon.size + strangers.size
      strangers.set(key, id)
    }
    ids[at] = id
  })
  return { text, words, ids, weight: weigh(ids, ground.weightOf, words), edges: edgesOf(words) }
}

/** Some words of a strand, as a strand of their own; offsets still point into the whole text. */
export function sliceOf({ text, words, ids, weight, edges }: Strand, from: number, to: number): Strand {
  const { keys, starts, ends } = words
  return {
    text,
    words: { keys: keys.slice(from, to), starts: starts.subarray(from, to), ends: ends.subarray(from, to) },
    ids: ids.subarray(from, to),
    weight: weight.subarray(from, to),
    edges: edges.subarray(from, to),
  }
}

/** Two strands of one text as one, with nothing between them. */
export function joinOf(one: Strand, other: Strand): Strand {
  const both = <T extends Int32Array | Float64Array>(list: T, x: T, y: T): T => {
    list.set(x)
    list.set(y, x.length)
    return list
  }
  const count = one.ids.length + other.ids.length
  return {
    text: one.text,
    words: {
      keys: [...one.words.keys, ...other.words.keys],
      starts: both(new Int32Array(count), one.words.starts, other.words.starts),
      ends: both(new Int32Array(count), one.words.ends, other.words.ends),
    },
    ids: both(new Int32Array(count), one.ids, other.ids),
    weight: both(new Float64Array(count), one.weight, other.weight),
    edges: both(new Int32Array(count), one.edges, other.edges),
  }
}

function weigh(ids: Int32Array, weightOf: Float64Array, words: Words): Float64Array {
  return Float64Array.from(ids, (id, at) => weightOf[id] ?? (isMeaningful(words.keys[at]!) ? UNKNOWN : MARK))
}

function edgesOf({ keys }: Words): Int32Array {
  return Int32Array.from(keys, (key) => (key.charCodeAt(0) << 16) | key.charCodeAt(key.length - 1))
}

/** Rare words are evidence, common ones hardly (Sparck Jones 1972, inverse document frequency). */
function rarity(key: string, count: number, total: number): number {
  if (!isMeaningful(key)) return MARK
  return 0.2 + 0.8 * (Math.log((total + 1) / count) / Math.log(total + 1))
}

function occurrences(ids: Int32Array, size: number) {
  const first = new Int32Array(size + 1)
  for (const id of ids) first[id + 1]!++
  for (let id = 0; id < size; id++) first[id + 1]! += first[id]!
  const next = first.slice()
  const places = new Int32Array(ids.length)
  ids.forEach((id, at) => {
    places[next[id]!++] = at
  })
  return { first, places }
}
