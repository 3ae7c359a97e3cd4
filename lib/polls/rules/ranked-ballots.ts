import { badBallot } from './bad-ballot'
import { readCounts } from './counts'
import type { Table } from './election'
import { mergeIdentical } from './identical'
import type { RankedBallot, ScoreBallot } from './types'

/** The cell of an option that a ballot leaves out: below every tier, and level with the others left out. */
export const UNRANKED = 2 ** 31 - 1

/**
 * A table of tiers, 0 for the best. Empty tiers say nothing and are passed over; an empty ranking abstains.
 * RangeError for a ballot without a ranking, an option that is not in the poll, or one ranked twice.
 */
export function readRankings(place: Map<string, number>, ballots: (RankedBallot | ScoreBallot)[]): Table {
  const columns = place.size
  const cells = new Int32Array(ballots.length * columns).fill(UNRANKED)
  ballots.forEach((ballot, row) => {
    if (!('ranking' in ballot && Array.isArray(ballot.ranking))) {
      throw badBallot(row, 'has no ranking, and this method counts rankings')
    }
    readRanking(place, ballot.ranking, cells, row)
  })
  const table = { columns, cells, counts: readCounts(ballots, columns) }
  return mergeIdentical(table, columns + 1, (cell) => (cell === UNRANKED ? columns : cell))
}

function readRanking(place: Map<string, number>, ranking: string[][], cells: Int32Array, row: number) {
  let tier = 0
  for (let t = 0; t < ranking.length; t++) {
    const tied = ranking[t]!
    // A bare string would be read letter by letter, and a letter may be an option.
    if (!Array.isArray(tied)) throw badBallot(row, 'has a tier that is not a list of options')
    for (let o = 0; o < tied.length; o++) {
      const option = tied[o]!
      const column = place.get(option)
      if (column === undefined) throw badBallot(row, `ranks "${option}", which is not an option`)
      const cell = row * place.size + column
      if (cells[cell] !== UNRANKED) throw badBallot(row, `ranks "${option}" twice`)
      cells[cell] = tier
    }
    if (tied.length > 0) tier++
  }
}
