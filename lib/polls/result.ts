import 'server-only'
import type { Actor } from '@/lib/policy'
import { causesIn } from './causes'
import { certify } from './certificate/certify'
import type { Poll } from './heads'
import { apartFrom } from './rules/apart'
import { countAll, countFirst, type Pools, poolAll, sharesOn } from './rules/count'
import { explain, explainPools, headlineOf } from './rules/explain'
import { kindsOf, sizeOf } from './rules/kinds'
import { brier } from './rules/pool'
import { namesOf } from './rules/sentence'
import { FEWEST } from './rules/suppress'
import type { Foreseen, Marks, PollResult, PublishedBallot } from './schema'

export const codesOf = (poll: Poll): string[] => poll.options.map((o) => o.code)

/** The result as a headline, once the poll is closed and enough have voted. */
export function answerOf(poll: Poll, ballots: PublishedBallot[]): string | null {
  if (!poll.closedAt || sizeOf(ballots) < FEWEST) return null
  const codes = codesOf(poll)
  const first = countFirst(poll.method, codes, ballots, poll.rule)
  if (first) return headlineOf(first, namesOf(poll.options), sizeOf(ballots))
  const pools = poolAll(codes, ballots, poll.rule)
  return pools && explainPools(poll.options, pools, sizeOf(ballots)).headline
}

/** Everything that is told of a count: the answer, why, where methods part, and what it is checked with. */
export async function resultOf(actor: Actor, poll: Poll, ballots: PublishedBallot[]): Promise<PollResult> {
  const codes = codesOf(poll)
  const { method, rule, options } = poll
  const tallies = countAll(method, codes, ballots, rule)
  const certificates = tallies.map((tally) => certify(tally.method, codes, ballots))
  const pools = method === 'CREDENCE' ? poolAll(codes, ballots, rule) : null
  const cast = sizeOf(ballots)
  return {
    ...{ ballots: cast, tallies, certificates, pools },
    words: pools
      ? explainPools(options, pools, cast)
      : explain(method, options, tallies, cast, certificates[0]),
    apart: apartFrom(tallies, codes, ballots),
    foreseen: pools && poll.resolution ? foreseenIn(codes, poll.resolution, pools, ballots) : null,
    marks: kindsOf(ballots).flatMap(({ count, ...marks }) => Array.from({ length: count }, () => marks)),
    causes: poll.closedAt && !poll.importedFrom ? await causesIn(actor, poll) : [],
    list: poll.closedAt ? publishedOf(poll, ballots) : null,
  }
}

/** Of a file nobody holds a receipt, so ballots that say the same stand together. */
const publishedOf = (poll: Poll, ballots: PublishedBallot[]): PublishedBallot[] =>
  poll.importedFrom ? kindsOf(ballots).map((kind) => ({ ...kind, receipt: '', reason: '' })) : ballots

function foreseenIn(codes: string[], code: string, pools: Pools, ballots: Marks[]): Foreseen | null {
  const at = codes.indexOf(code)
  if (at < 0) return null
  const of = (pool: Record<string, number>) =>
    brier(
      codes.map((c) => pool[c] ?? 0),
      at,
    )
  return {
    ...{ code, linear: of(pools.linear), log: pools.log && of(pools.log) },
    each: ballots.map((ballot) => brier(sharesOn(codes, ballot), at)).sort((a, b) => a - b),
  }
}
