import { badBallot } from './bad-ballot'
import { readCounts } from './counts'
import type { Table } from './election'
import type { RankedBallot, ScoreBallot } from './types'

/** The top score, and so the "five-star votes" of STAR. */
export const BEST_SCORE = 5

/** Which scores a method takes, and the words for it. */
export type Scale = { takes: (score: number) => boolean; words: string }

export const stars: Scale = {
  takes: (score) => score >= 0 && score <= BEST_SCORE,
  words: `a number from 0 to ${BEST_SCORE}`,
}
export const approvals: Scale = { takes: (score) => score === 0 || score === 1, words: '0 or 1' }

/**
 * A table of scores, 0 where a ballot gives none. RangeError for a ballot without scores, an option that is
 * not in the poll, or a score that the scale does not take.
 */
export function readScores(
  place: Map<string, number>,
  ballots: (RankedBallot | ScoreBallot)[],
  scale: Scale,
): Table {
  const columns = place.size
  const cells = new Float64Array(ballots.length * columns)
  ballots.forEach((ballot, row) => {
    if (!('scores' in ballot && typeof ballot.scores === 'object' && ballot.scores !== null)) {
      throw badBallot(row, 'has no scores, and this method counts scores')
    }
    for (const option of Object.keys(ballot.scores)) {
      const column = place.get(option)
      const score = ballot.scores[option]
      if (column === undefined) throw badBallot(row, `scores "${option}", which is not an option`)
      if (typeof score !== 'number' || !scale.takes(score)) {
        throw badBallot(row, `scores "${option}" ${score}; a score is ${scale.words}`)
      }
      cells[row * columns + column] = score
    }
  })
  return { columns, cells, counts: readCounts(ballots, columns) }
}
