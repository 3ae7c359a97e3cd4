import type { Table } from './election'
import { UNRANKED } from './ranked-ballots'
import { sharesOf, type Totals } from './totals'

/**
 * Votes for each of the options `standing`, in that order. A ballot is one vote: for its best option
 * standing, or in equal shares for those that it ties for best. Shares keep one ballot at one vote and a
 * round's votes at the number of ballots still in play; elections that forbid tied ranks set such a ballot
 * aside instead, and Delemazure and Peters (2024), who study both, would give each a whole vote. Options that
 * a ballot leaves out are never its choice: once all that it ranks are out, the ballot is exhausted.
 */
export function firstChoices(table: Table, standing: number[]): Totals {
  const { columns, cells, counts } = table
  // votes[i][k]: ballots that tie standing[i] for best with k - 1 others.
  const votes = standing.map(() => new Array<number>(standing.length + 1).fill(0))
  for (let row = 0; row < counts.length; row++) {
    let best = UNRANKED
    let tied = 0
    for (const column of standing) {
      const tier = cells[row * columns + column]!
      if (tier < best) tied = 0
      if (tier <= best) tied++
      if (tier < best) best = tier
    }
    if (best === UNRANKED) continue
    for (let i = 0; i < standing.length; i++) {
      if (cells[row * columns + standing[i]!] === best) votes[i]![tied]! += counts[row]!
    }
  }
  return sharesOf(votes)
}
