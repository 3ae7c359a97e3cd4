import { wordsIn } from './carry'
import { judge } from './judge'
import { type Pattern, search } from './quote-search'
import type { Placement, Selectors } from './selectors'
import { type Ground, groundOf, sliceOf, strandOn } from './strand'
import { wordAt } from './words'

const CONTEXT = 64 // characters of a stored prefix or suffix that are looked at
const CUT = 24 // a context this long was cut to length, perhaps inside a word
const TELLING = 3 // words that hardly meet twice by chance

/** Places a quote in a text of whose earlier versions nothing is known: by its words and those around it. */
export function followQuote(text: string, selectors: Selectors): Placement {
  const { quote, position } = selectors
  const ground = groundOf(text)
  const pattern = patternOf(ground, quote)
  const near = Math.max(0, wordAt(ground.words, position.start) - pattern.words.from)
  const placement = judge(ground, pattern, search(ground, pattern, near))
  return placement.state === 'orphaned' ? verbatim(text, selectors, pattern) : placement
}

function patternOf(ground: Ground, quote: Selectors['quote']): Pattern {
  const prefix = quote.prefix.slice(-CONTEXT)
  const suffix = quote.suffix.slice(0, CONTEXT)
  const whole = strandOn(ground, prefix + quote.exact + suffix)
  const range = { start: prefix.length, end: prefix.length + quote.exact.length }
  const inside = wordsIn(whole, range)
  const from = prefix.length >= CUT && inside.from > 2 ? 1 : 0
  const to = whole.ids.length - (suffix.length >= CUT && whole.ids.length - inside.to > 2 ? 1 : 0)
  return {
    strand: sliceOf(whole, from, to),
    all: { from: 0, to: to - from },
    words: { from: inside.from - from, to: inside.to - from },
    quote: range,
  }
}

/** Where the very characters still stand, far from all that surrounded them: for a person to judge. */
function verbatim(text: string, { quote, position }: Selectors, { all, words }: Pattern): Placement {
  const { exact } = quote
  const later = text.indexOf(exact, position.start)
  const earlier = text.lastIndexOf(exact, position.start)
  const isNearer = later >= 0 && (earlier < 0 || later - position.start <= position.start - earlier)
  const start = isNearer ? later : earlier
  const bare = words.from === all.from && words.to === all.to
  const single = text.indexOf(exact) === text.lastIndexOf(exact)
  if (start < 0 || !(bare || (single && words.to - words.from >= TELLING))) return { state: 'orphaned' }
  return { state: 'uncertain', start, end: start + exact.length }
}
