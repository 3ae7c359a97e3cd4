import { type Election, type Outcome, places } from './election'
import { tiersBy } from './tiers'

/** Copeland (1951): contests won one against one less contests lost; a drawn contest counts for neither. */
export function copeland({ pairwise }: Election): Outcome {
  const scores = places(pairwise.length).map((a) =>
    places(pairwise.length).reduce((sum, b) => sum + Math.sign(pairwise[a]![b]! - pairwise[b]![a]!), 0),
  )
  return { tiers: tiersBy(scores), scores }
}
