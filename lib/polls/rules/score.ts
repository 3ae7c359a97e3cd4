import { type Election, type Outcome, places, type Table } from './election'
import { tiersBy } from './tiers'
import { sumsOf, type Totals } from './totals'

/** The highest total wins. On ballots of 0 and 1 this is approval voting (Brams and Fishburn 1978). */
export function score({ table }: Election): Outcome {
  const totals = totalScores(table)
  return { tiers: tiersBy(totals.exact), scores: totals.shown }
}

export function totalScores(table: Table): Totals {
  return sumsOf(places(table.columns).map((column) => ballotsByScore(table, column)))
}

function ballotsByScore({ columns, cells, counts }: Table, column: number): Map<number, number> {
  const ballots = new Map<number, number>()
  for (let row = 0; row < counts.length; row++) {
    const given = cells[row * columns + column]!
    ballots.set(given, (ballots.get(given) ?? 0) + counts[row]!)
  }
  return ballots
}
