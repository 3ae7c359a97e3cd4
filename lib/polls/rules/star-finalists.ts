import type { Standing } from './star-standing'
import { tiersBy } from './tiers'

/** The certain finalists, and the options that the protocol leaves tied for the places still open. */
type Finalists = { certain: number[]; tied: number[]; open: number }

/** The scoring round: the two highest totals, ties at the second place broken as far as the protocol goes. */
export function finalistsOf(standing: Standing): Finalists {
  return fill(standing, tiersBy(standing.totals.exact), 2)
}

/** Takes in whole tiers while there is room, then breaks the tie of the one that does not fit. */
function fill(standing: Standing, [tier, ...worse]: number[][], open: number): Finalists {
  if (tier === undefined || open === 0) return { certain: [], tied: [], open: 0 }
  if (tier.length > open) return breakTie(standing, tier, open)
  return admit(tier, fill(standing, worse, open - tier.length))
}

/**
 * The Equal Vote Coalition's "Official Tiebreaker Protocol" (starvoting.org/ties). Among the tied, those who
 * lost the most contests one against one are out, again and again while there are more than places. If that
 * moves nothing, the most five-star votes go in, or else the fewest go out, and it starts from the top with
 * the others.
 */
function breakTie(standing: Standing, tied: number[], open: number): Finalists {
  if (tied.length <= open) return { certain: tied, tied: [], open: 0 }
  if (open === 0) return { certain: [], tied: [], open: 0 }
  const byContests = grouped(tied, tiersBy(contestsLost(standing, tied), 'lowest'))
  if (byContests.length > 1) return byContest(standing, byContests, open)
  const byFives = grouped(tied, tiersBy(tied.map((option) => standing.fives[option]!)))
  return byFives.length > 1 ? byFive(standing, byFives, open) : { certain: [], tied, open }
}

function byContest(standing: Standing, groups: number[][], open: number): Finalists {
  const [others, losers] = [groups.slice(0, -1).flat(), groups.at(-1)!]
  if (others.length >= open) return breakTie(standing, others, open)
  return admit(others, breakTie(standing, losers, open - others.length))
}

function byFive(standing: Standing, [most, ...fewer]: number[][], open: number): Finalists {
  if (most!.length > open) return breakTie(standing, [most!, ...fewer.slice(0, -1)].flat(), open)
  const others = fewer.length > 1 ? fewer.slice(0, -1) : fewer
  return admit(most!, breakTie(standing, others.flat(), open - most!.length))
}

function contestsLost({ pairwise }: Standing, tied: number[]): number[] {
  return tied.map((a) => tied.filter((b) => pairwise[b]![a]! > pairwise[a]![b]!).length)
}

const grouped = (tied: number[], tiers: number[][]) => tiers.map((tier) => tier.map((i) => tied[i]!))

const admit = (certain: number[], rest: Finalists): Finalists => ({
  ...rest,
  certain: [...certain, ...rest.certain],
})
