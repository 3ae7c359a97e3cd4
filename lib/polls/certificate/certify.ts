import { type Counted, kindsOf, sizeOf } from '../rules/kinds'
import { type Method, type Tally, tally } from '../rules/tally'
import { bestRankings } from './kemeny'
import { fraction, sharedVotes } from './shares'
import { starProof } from './star'
import { type Certificate, FORMAT, type Of } from './types'
import { contestsOf, defeatsOf, pathsOf, worstOf } from './witnesses'

type Counting = { options: string[]; ballots: Counted[]; result: Tally }

/**
 * Counts the ballots, and says why the count came out as it did, so that checker.mjs can check it. RangeError as for
 * `tally`, and for a score that is not a whole number.
 */
export function certify(method: Method, options: string[], counted: Counted[]): Certificate {
  const ballots = kindsOf(counted)
  if (ballots.some(({ scores }) => Object.values(scores).some((score) => !Number.isInteger(score))))
    throw new RangeError('Certificates are made for whole scores.')
  const result = tally(method, options, ballots)
  const { winners, ranking } = result
  const common = { format: FORMAT, method, options, ballots: sizeOf(ballots), winners, ranking }
  return { ...common, ...PROOFS[method]({ options, ballots, result }) } as Certificate
}

const withMatrix =
  <T extends object>(proof: (c: Counting, matrix: Of<Of<number>>) => T) =>
  (c: Counting) => ({ matrix: c.result.pairwise ?? {}, ...proof(c, c.result.pairwise ?? {}) })

const PROOFS: Record<Method, (c: Counting) => object> = {
  plurality: ({ options, ballots }) => ({ votes: sharedVotes(ballots, options) }),
  approval: ({ result }) => ({ approvals: result.scores }),
  score: ({ result }) => ({ totals: result.scores }),
  star: withMatrix(({ options, ballots, result }, matrix) =>
    starProof(options, ballots, matrix, result.scores ?? {}),
  ),
  borda: withMatrix(({ options, result }) => ({
    points: Object.fromEntries(
      options.map((o) => [o, fraction(BigInt(Math.round(2 * (result.scores?.[o] ?? 0))), 2n)]),
    ),
  })),
  irv: ({ ballots, result }) => ({ rounds: roundsOf(ballots, result) }),
  copeland: withMatrix(({ options }, matrix) => ({ contests: contestsOf(options, matrix) })),
  minimax: withMatrix(({ options, result }, matrix) => ({ worst: worstOf(options, matrix, result) })),
  schulze: withMatrix(({ options, result }, matrix) => ({
    paths: pathsOf(options, matrix, result.paths ?? {}),
  })),
  'ranked-pairs': withMatrix(({ options, result }, matrix) => ({
    defeats: defeatsOf(options, matrix, result.locked ?? []),
  })),
  kemeny: withMatrix(({ options, result }, matrix) => bestRankings(options, matrix, result.winners)),
}

/** Who goes out in each round: those who stand in it and not in the next. */
function roundsOf(ballots: Counted[], { rounds = [], winners }: Tally) {
  return rounds.map((round, i) => {
    const standing = Object.keys(round)
    const next = i + 1 < rounds.length ? Object.keys(rounds[i + 1] ?? {}) : winners
    return { votes: sharedVotes(ballots, standing), out: standing.filter((o) => !next.includes(o)) }
  })
}
