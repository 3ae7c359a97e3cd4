import { carry, type Range, wordsIn } from './carry'
import { type Pattern, search } from './quote-search'
import { type RevisionMap, revisionMap } from './revision-map'
import type { Placement } from './selectors'
import { sliceOf } from './strand'
import { share, supportOf, weightIn } from './support'
import { hasTwin } from './twins'
import { vacancy } from './vacancy'
import { wordAt } from './words'

const REACH = 16 // words to either side that speak for a place
const HALF = 0.5 // of the words in place: no need to look elsewhere

/** Places a range of characters of `before` in `text`, by following each word from one to the other. */
export function followRevision(before: string, range: Range, text: string): Placement {
  const map = revisionMap(before, text)
  const pattern = patternAt(map, range)
  const here = inPlace(map, pattern)
  if (here.state === 'moved' && here.found >= HALF) return placementOf(here)
  const there = elsewhere(map, pattern)
  if (here.state === 'moved' && there.state !== 'moved') return placementOf(here)
  return there.state === 'orphaned' ? placementOf(here) : there
}

type Weighed = Placement & { found: number } // share of the quote's words, 0 to 1

function placementOf({ found: _, ...placement }: Weighed): Placement {
  return placement
}

/** The quote and its surroundings; `at` is where its strand begins among the words of the earlier text. */
function patternAt({ before }: RevisionMap, quote: Range): Pattern & { at: number } {
  const span = wordsIn(before, quote)
  const at = Math.max(0, span.from - REACH)
  const to = Math.min(before.ids.length, span.to + REACH)
  return {
    at,
    strand: sliceOf(before, at, to),
    all: { from: 0, to: to - at },
    quote,
    words: { from: span.from - at, to: span.to - at },
  }
}

/** Where the comparison of the texts says the quote is, if enough of it is there. */
function inPlace({ before, after, forward }: RevisionMap, pattern: Pattern & { at: number }): Weighed {
  const { strand, all, words, quote, at } = pattern
  const map = forward.subarray(at, at + all.to)
  const target = carry(strand, quote, after, map)
  if (!target) return { state: 'orphaned', found: 0 }
  const inside = supportOf(strand, words, after, map)
  const left = supportOf(strand, { from: 0, to: words.from }, after, map)
  const right = supportOf(strand, { from: words.to, to: all.to }, after, map)
  const precision = inside.matched / weightIn(after, wordsIn(after, target))
  const context = share({ matched: left.matched + right.matched, total: left.total + right.total }, 1)
  const found = share(inside)
  const framed = share(left, 1) >= 0.3 && share(right, 1) >= 0.3
  const sure = (found >= 0.7 || (found >= 0.3 && framed)) && precision >= 0.25
  const vacant = found < 0.7 ? vacancy(after, pattern, target) : 0
  const gone = vacant >= context + 0.1 || (vacant >= 0.7 && precision < 0.7)
  if (sure && !gone) {
    const span = { from: at + words.from, to: at + words.to }
    const isDoubtful = found < 1 && hasTwin(before, span, after, forward, found)
    return { state: isDoubtful ? 'uncertain' : 'moved', ...target, found }
  }
  return found >= (gone ? 0.4 : 0.2) ? { state: 'uncertain', ...target, found } : { state: 'orphaned', found }
}

/** A passage that left its place is looked for among the words that are new in the text. */
function elsewhere({ after, taken }: RevisionMap, pattern: Pattern): Placement {
  const near = Math.max(0, wordAt(after.words, pattern.quote.start) - pattern.words.from)
  const [best, rival] = search(after, pattern, near, taken).filter((one) => one.quote >= 0.4)
  if (!best) return { state: 'orphaned' }
  const { start, end, quote, context, total } = best
  const enough = quote >= 0.6 && (context >= 0.3 || (quote >= 0.9 && total >= 4))
  const alone = !rival || total - rival.total >= 1
  return { state: enough && alone ? 'moved' : 'uncertain', start, end }
}
