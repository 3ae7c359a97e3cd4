import { followQuote } from './anchoring/follow-quote'
import { followRevision } from './anchoring/follow-revision'
import type { Placement, Selectors } from './anchoring/selectors'
import { spacesWithin, withNeighbours } from './anchoring/spaces'

export { describe } from './anchoring/describe'
export type { Placement, Selectors } from './anchoring/selectors'

const UNMISTAKABLE = 12 // characters that do not come to stand at the same offset by chance

/**
 * Where the passage of `selectors` is in `text`, which may have been revised since. `revision.before` is the
 * text that the selectors were made on, when it is known: then every word is followed from it into `text`;
 * else the quote is looked for, with the words that stood around it. Never throws, and prefers `uncertain`
 * or `orphaned` to a wrong place.
 */
export function place(text: string, selectors: Selectors, revision?: { before: string }): Placement {
  const wanted = sound(selectors)
  const { exact } = wanted.quote
  if (!exact || !text || exact.length > 4 * text.length + 1_000) return { state: 'orphaned' }
  const unrevised = !revision || revision.before === text
  if (unrevised && standsAt(text, wanted)) return { state: 'exact', ...wanted.position }
  if (/\S/.test(exact)) return placeWords(text, wanted, revision)
  const wide = sound(withNeighbours(wanted))
  if (!/\S/.test(wide.quote.exact)) return { state: 'orphaned' }
  return spacesWithin(text, exact, placeWords(text, wide, revision))
}

function placeWords(text: string, selectors: Selectors, revision?: { before: string }): Placement {
  const placement = revision ? follow(text, selectors, revision.before) : followQuote(text, selectors)
  return stays(text, selectors, placement) ? { state: 'exact', ...selectors.position } : placement
}

/** The selectors may be older than `before`, or come from elsewhere: then they are placed in it first. */
function follow(text: string, selectors: Selectors, before: string): Placement {
  const { start, end } = selectors.position
  if (before.slice(start, end) === selectors.quote.exact) return followRevision(before, { start, end }, text)
  const origin = followQuote(before, selectors)
  if (origin.state === 'orphaned') return followQuote(text, selectors)
  const placement = followRevision(before, origin, text)
  if (origin.state !== 'uncertain' || placement.state === 'orphaned') return placement
  return { ...placement, state: 'uncertain' }
}

/** The same words, with the same words around them, at the same offsets. */
function standsAt(text: string, { quote, position }: Selectors): boolean {
  const { start, end } = position
  return (
    text.slice(start, end) === quote.exact &&
    text.slice(Math.max(0, start - quote.prefix.length), start) === quote.prefix &&
    text.startsWith(quote.suffix, end)
  )
}

function stays(text: string, { quote, position }: Selectors, placement: Placement): boolean {
  if (placement.state === 'orphaned') return false
  if (placement.start !== position.start || placement.end !== position.end) return false
  if (placement.state === 'uncertain' && quote.exact.length < UNMISTAKABLE) return false
  return text.slice(position.start, position.end) === quote.exact
}

/** The position as a range of whole offsets, whatever came in. */
function sound({ quote, position }: Selectors): Selectors {
  const whole = (offset: number) => (Number.isFinite(offset) ? Math.max(0, Math.trunc(offset)) : 0)
  const start = whole(position.start)
  return { quote, position: { start, end: Math.max(start, whole(position.end)) } }
}
