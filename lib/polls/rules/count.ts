import type { PollMethodName } from '../schema'
import { type Method, type Tally, tally } from './tally'

/** The method that decides comes first; the rest are shown beside it. */
const COUNTED: Record<PollMethodName, Method[]> = {
  RANKED: ['schulze', 'ranked-pairs', 'copeland', 'minimax', 'kemeny', 'borda', 'irv', 'plurality'],
  PLURALITY: ['plurality'],
  APPROVAL: ['approval'],
  SCORE: ['score', 'star'],
  CREDENCE: [],
}

/**
 * Every way of counting the same ballots. The page, the export and "Recount in this browser" all run this.
 */
export const countAll = (
  method: PollMethodName,
  codes: string[],
  ballots: { ranking: string[][] }[],
): Tally[] => COUNTED[method].map((way) => tally(way, codes, ballots))

/** The way that decides, alone. */
export const countFirst = (
  method: PollMethodName,
  codes: string[],
  ballots: { ranking: string[][] }[],
): Tally => tally(COUNTED[method][0] ?? 'plurality', codes, ballots)

/** Places in the order; options that tie share the better place, as in a race. */
export function ranksOf(ranking: string[][]): Record<string, number> {
  const ranks: Record<string, number> = {}
  let place = 1
  for (const tier of ranking) {
    for (const code of tier) ranks[code] = place
    place += tier.length
  }
  return ranks
}

/** The share of one-against-one contests won, a draw being half a win. */
export function contestsWon({ pairwise = {} }: Tally, code: string): number {
  const rivals = Object.keys(pairwise).filter((other) => other !== code)
  const won = rivals.reduce((sum, other) => {
    const lead = (pairwise[code]?.[other] ?? 0) - (pairwise[other]?.[code] ?? 0)
    return sum + (lead > 0 ? 1 : lead === 0 ? 0.5 : 0)
  }, 0)
  return rivals.length ? won / rivals.length : 0
}
