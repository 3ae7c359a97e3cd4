import { places } from './election'

/** Places grouped by their value, best first; equal values share a tier. */
export function tiersBy<T extends number | bigint>(
  values: T[],
  best: 'highest' | 'lowest' = 'highest',
): number[][] {
  const distinct = [...new Set(values)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))
  if (best === 'highest') distinct.reverse()
  return distinct.map((value) => places(values.length).filter((place) => values[place] === value))
}

/**
 * The tiers of a relation without cycles: first those that nothing beats, then those that nothing left beats,
 * and so on.
 */
export function tiersUnder(count: number, beats: (a: number, b: number) => boolean): number[][] {
  const tiers: number[][] = []
  let left = places(count)
  while (left.length > 0) {
    const unbeaten = left.filter((a) => !left.some((b) => beats(b, a)))
    tiers.push(unbeaten)
    left = left.filter((place) => !unbeaten.includes(place))
  }
  return tiers
}
