import type { Election, Outcome, Table } from './election'
import { UNRANKED } from './ranked-ballots'
import { tiersBy } from './tiers'

/**
 * Borda (1781): n - 1 points for the first place down to 0 for the last, and options tied on a ballot share
 * the mean of the places they fill, which is the same as a point for each option below and half a point for
 * each level. When options left out are ignored a ballot is one over the k options it ranks: k - 1 down to 0
 * (the "modified Borda count" of Emerson 2013), so that it moves nothing between what it ranks and what it
 * does not.
 */
export function borda({ table, settings }: Election): Outcome {
  const doubled = doubledPoints(table, settings.unranked === 'ignored')
  return { tiers: tiersBy(doubled), scores: doubled.map((points) => points / 2) }
}

/** Twice the points, to stay with whole numbers. */
function doubledPoints({ columns, cells, counts }: Table, ignoreUnranked: boolean): number[] {
  const points = new Array<number>(columns).fill(0)
  for (let row = 0; row < counts.length; row++) {
    const ballot = cells.subarray(row * columns, (row + 1) * columns)
    for (let a = 0; a < columns; a++) {
      if (ignoreUnranked && ballot[a] === UNRANKED) continue
      points[a]! += counts[row]! * doubledPointsOn(ballot, a, ignoreUnranked)
    }
  }
  return points
}

function doubledPointsOn(ballot: Table['cells'], a: number, ignoreUnranked: boolean): number {
  let points = -1 // The option is level with itself.
  for (const tier of ballot) {
    if (ignoreUnranked && tier === UNRANKED) continue
    if (ballot[a]! < tier) points += 2
    else if (ballot[a] === tier) points += 1
  }
  return points
}
