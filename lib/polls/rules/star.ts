import { type Election, type Matrix, type Outcome, places, type Round } from './election'
import { finalistsOf } from './star-finalists'
import { type Standing, standingOf } from './star-standing'
import { tiersBy } from './tiers'
import { listed } from './words'

/**
 * STAR ("score, then automatic runoff"; Equal Vote Coalition, starvoting.org): the two highest totals meet,
 * and the one that more ballots score above the other wins. Ties are broken by the official protocol
 * (starvoting.org/ties), save that nothing is drawn by lot: whoever some choice of finalists among the tied
 * would elect is a winner.
 *
 * The ranking is the winners, the other finalists (all who may be one), then the rest by their totals.
 */
export function star(election: Election): Outcome {
  const standing = standingOf(election)
  const { certain, tied, open } = finalistsOf(standing)
  const pairs = choices(tied, open).map((chosen) => inOrder([...certain, ...chosen]))
  const winners = inOrder([...new Set(pairs.flatMap((pair) => runoff(standing, pair)))])
  const { shown, exact } = standing.totals
  return {
    tiers: ranking(exact, winners, [...certain, ...tied]),
    scores: shown,
    rounds: [
      { standing: places(shown.length), votes: shown },
      ...(certain.length === 2 ? [votesIn(election.pairwise, inOrder(certain))] : []),
    ],
    ...(winners.length > 1 && { tiedAt: sentence(election.names, winners, tied) }),
  }
}

/** Every way to choose so many of the options. */
function choices(options: number[], count: number): number[][] {
  if (count === 0) return [[]]
  return options.flatMap((option, i) =>
    choices(options.slice(i + 1), count - 1).map((chosen) => [option, ...chosen]),
  )
}

/** More ballots, then the higher total, then more five-star votes; else both. */
function runoff({ pairwise, totals, fives }: Standing, pair: number[]): number[] {
  const [a, b] = pair as [number, number?]
  if (b === undefined) return [a]
  const lead =
    pairwise[a]![b]! - pairwise[b]![a]! ||
    Number(totals.exact[a]! - totals.exact[b]!) ||
    fives[a]! - fives[b]!
  return lead === 0 ? [a, b] : lead > 0 ? [a] : [b]
}

function votesIn(pairwise: Matrix, pair: number[]): Round {
  const [a, b] = pair as [number, number]
  return { standing: pair, votes: [pairwise[a]![b]!, pairwise[b]![a]!] }
}

function ranking(totals: bigint[], winners: number[], contenders: number[]): number[][] {
  const others = inOrder(contenders).filter((option) => !winners.includes(option))
  const rest = tiersBy(totals).map((tier) => tier.filter((option) => !contenders.includes(option)))
  return [winners, others, ...rest].filter((tier) => tier.length > 0)
}

function sentence(names: string[], winners: number[], tied: number[]): string {
  const named = (options: number[]) => listed(options.map((option) => names[option]!))
  return tied.length > 0
    ? `In the scoring round, ${named(tied)} tie for the runoff, head to head and on five-star votes too.`
    : `In the runoff, ${named(winners)} tie, on total scores and five-star votes too.`
}

const inOrder = (options: number[]) => [...options].sort((a, b) => a - b)
