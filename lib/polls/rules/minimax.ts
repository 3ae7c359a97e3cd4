import { gradesOf } from './defeats'
import { type Election, type Outcome, places } from './election'
import { tiersBy } from './tiers'

/**
 * Simpson (1969), Kramer (1977): the smallest worst defeat wins. An option that nothing defeats has a worst
 * defeat of 0, whatever the measure.
 */
export function minimax({ pairwise, settings }: Election): Outcome {
  const { grade, shown } = gradesOf(pairwise, settings.strength)
  const worst = places(pairwise.length).map((loser) => Math.max(...grade.map((row) => row[loser]!)))
  return { tiers: tiersBy(worst, 'lowest'), scores: worst.map((defeat) => shown[defeat]!) }
}
