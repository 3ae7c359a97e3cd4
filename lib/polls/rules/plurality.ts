import { type Election, type Outcome, places } from './election'
import { firstChoices } from './first-choices'
import { tiersBy } from './tiers'

/** Most first choices wins; options tied for first on a ballot share its vote equally. */
export function plurality({ names, table }: Election): Outcome {
  const votes = firstChoices(table, places(names.length))
  return { tiers: tiersBy(votes.exact), scores: votes.shown }
}
