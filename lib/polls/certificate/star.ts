import type { Counted } from '../rules/kinds'
import { BEST_SCORE } from '../rules/score-ballots'
import { finalistsOf } from '../rules/star-finalists'
import type { Matrix, Of } from './types'

/** What STAR compares, and who meets in the runoff. */
export function starProof(options: string[], ballots: Counted[], matrix: Matrix, totals: Of<number>) {
  const fives = Object.fromEntries(options.map((o) => [o, fivesOf(ballots, o)]))
  const { certain, tied, open } = finalistsOf({
    totals: { exact: options.map((o) => BigInt(totals[o] ?? 0)), shown: [] },
    pairwise: options.map((a) => options.map((b) => matrix[a]?.[b] ?? 0)),
    fives: options.map((o) => fives[o] ?? 0),
  })
  const named = (places: number[]) => options.filter((_, place) => places.includes(place))
  return { totals, fives, finalists: { certain: named(certain), tied: named(tied), open } }
}

const fivesOf = (ballots: Counted[], option: string): number =>
  ballots.reduce((sum, { scores, count = 1 }) => sum + (scores[option] === BEST_SCORE ? count : 0), 0)
