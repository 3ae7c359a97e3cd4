import type { Placement, Selectors } from './selectors'

/** A quote of nothing but spaces, widened to the words that it parts, since only words can be followed. */
export function withNeighbours({ quote, position }: Selectors): Selectors {
  const before = quote.prefix.match(/\S+$/)?.[0] ?? ''
  const after = quote.suffix.match(/^\S+/)?.[0] ?? ''
  return {
    quote: {
      exact: before + quote.exact + after,
      prefix: quote.prefix.slice(0, quote.prefix.length - before.length),
      suffix: quote.suffix.slice(after.length),
    },
    position: { start: position.start - before.length, end: position.end + after.length },
  }
}

/** The spaces alone, where their neighbours were placed. */
export function spacesWithin(text: string, spaces: string, placement: Placement): Placement {
  if (placement.state === 'orphaned') return placement
  const at = text.slice(placement.start, placement.end).indexOf(spaces)
  if (at < 0) return { state: 'orphaned' }
  const start = placement.start + at
  return { state: placement.state, start, end: start + spaces.length }
}
