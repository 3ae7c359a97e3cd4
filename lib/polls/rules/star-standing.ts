import { type Election, places, type Table } from './election'
import { totalScores } from './score'
import { BEST_SCORE } from './score-ballots'
import type { Totals } from './totals'

/** All that STAR compares: total scores, ballots for each of two, five-star votes. */
export type Standing = { totals: Totals; pairwise: Election['pairwise']; fives: number[] }

export function standingOf({ table, pairwise }: Election): Standing {
  return {
    totals: totalScores(table),
    pairwise,
    fives: places(table.columns).map((column) => fivesOf(table, column)),
  }
}

function fivesOf({ columns, cells, counts }: Table, column: number): number {
  return counts.reduce(
    (sum, count, row) => (cells[row * columns + column] === BEST_SCORE ? sum + count : sum),
    0,
  )
}
