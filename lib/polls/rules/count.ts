import type { Marks } from '../schema'
import { type PollMethodName, RULES } from '../vocabulary'
import type { Counted } from './kinds'
import { linearPool, logPool } from './pool'
import { type Method, type Tally, tally } from './tally'

const isTallied = (way: string): way is Method => way !== 'linear' && way !== 'log'

/** Every way of counting such ballots: the one that gives the headline first. `rule` is the poll's; '' for the usual. */
export function waysOf(method: PollMethodName, rule = ''): Method[] {
  const ways: string[] = [...RULES[method]]
  return [...ways.filter((way) => way === rule), ...ways.filter((way) => way !== rule)].filter(isTallied)
}

/**
 * Every way of counting the same ballots. The page, the export and "Recount in this browser" all run this. Credences
 * are pooled instead: none.
 */
export const countAll = (method: PollMethodName, codes: string[], ballots: Counted[], rule = ''): Tally[] =>
  waysOf(method, rule).map((way) => tally(way, codes, ballots))

/** The way that decides, alone; null for credences. */
export function countFirst(
  method: PollMethodName,
  codes: string[],
  ballots: Counted[],
  rule = '',
): Tally | null {
  const [way] = waysOf(method, rule)
  return way ? tally(way, codes, ballots) : null
}

/** What a class believes, by option: shares that sum to 1. `log` is null where everything has been ruled out by someone. */
export type Pools = {
  rule: 'linear' | 'log'
  linear: Record<string, number>
  log: Record<string, number> | null
  /** Options that somebody gives nothing: they have nothing in the logarithmic pool. */
  ruledOut: string[]
}

/** Points as shares, in the order of the options. */
export const sharesOn = (codes: string[], { scores }: Pick<Marks, 'scores'>): number[] =>
  codes.map((code) => (scores[code] ?? 0) / 100)

/** Both pools of credences; null where there are none. Ballots of 100 points each. */
export function poolAll(codes: string[], ballots: Counted[], rule = ''): Pools | null {
  if (ballots.length === 0) return null
  const rows = ballots.map((ballot) => sharesOn(codes, ballot))
  const weights = ballots.map(({ count = 1 }) => count)
  const named = (pool: number[]) => Object.fromEntries(codes.map((code, i) => [code, pool[i] ?? 0]))
  const ruledOut = codes.filter((code) => ballots.some(({ scores }) => !scores[code]))
  return {
    rule: rule === 'log' && ruledOut.length < codes.length ? 'log' : 'linear',
    linear: named(linearPool(rows, weights)),
    log: ruledOut.length < codes.length ? named(logPool(rows, weights)) : null,
    ruledOut,
  }
}

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

/** Options in tiers by their share of a pool, the largest first. Shares are equal when they differ by rounding alone. */
export function tiersOf(codes: string[], pool: Record<string, number>): string[][] {
  const tiers: string[][] = []
  const share = (code: string) => Math.round((pool[code] ?? 0) * 1e9)
  for (const code of [...codes].sort((a, b) => share(b) - share(a))) {
    const last = tiers.at(-1)
    if (last?.[0] !== undefined && share(last[0]) === share(code)) last.push(code)
    else tiers.push([code])
  }
  return tiers
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
