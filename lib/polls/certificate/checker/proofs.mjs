import { kemeny } from './kemeny.mjs'
import { rankedPairs, schulze } from './paths.mjs'
import { star } from './star.mjs'
import {
  checkedMatrix,
  compare,
  countOf,
  firstChoices,
  fraction,
  record,
  same,
  sum,
  tiersBy,
  totalsOf,
  written,
} from './sums.mjs'

export const PROOFS = {
  plurality(certificate, options, ballots) {
    const votes = firstChoices(ballots, options)
    same(
      'votes',
      certificate.votes,
      record(options, (o) => written(votes.get(o))),
    )
    return { ranking: tiersBy(options, (o) => votes.get(o), compare) }
  },

  approval(certificate, options, ballots) {
    const totals = totalsOf(options, ballots, 1)
    same('approvals', certificate.approvals, totals)
    return { ranking: tiersBy(options, (o) => totals[o]) }
  },

  score(certificate, options, ballots) {
    const totals = totalsOf(options, ballots, 5)
    same('totals', certificate.totals, totals)
    return { ranking: tiersBy(options, (o) => totals[o]) }
  },

  star,

  borda(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    const cast = sum(ballots.map(countOf))
    // A point for each option below, half a point for each that is level.
    const doubled = (a) => sum(options.filter((b) => b !== a).map((b) => cast + matrix[a][b] - matrix[b][a]))
    same(
      'points',
      certificate.points,
      record(options, (o) => written(fraction(BigInt(doubled(o)), 2n))),
    )
    return { ranking: tiersBy(options, doubled) }
  },

  irv(certificate, options, ballots) {
    const rounds = []
    const gone = []
    let standing = options
    while (standing.length > 1 || rounds.length === 0) {
      const votes = firstChoices(ballots, standing)
      const next = standing.length > 1 ? certainNext(ballots, standing) : null
      const out = next ? standing.filter((o) => !next.includes(o)) : []
      rounds.push({ votes: record(standing, (o) => written(votes.get(o))), out })
      if (!next) break
      gone.unshift(out)
      standing = next
    }
    same('rounds', certificate.rounds, rounds)
    return { ranking: [standing, ...gone] }
  },

  copeland(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    const leads = (a) => options.filter((b) => b !== a).map((b) => Math.sign(matrix[a][b] - matrix[b][a]))
    const number = (a, sign) => leads(a).filter((lead) => lead === sign).length
    const contests = record(options, (a) => ({ won: number(a, 1), lost: number(a, -1), drawn: number(a, 0) }))
    same('contests', certificate.contests, contests)
    return { ranking: tiersBy(options, (o) => contests[o].won - contests[o].lost) }
  },

  minimax(certificate, options, ballots) {
    const matrix = checkedMatrix(certificate, options, ballots)
    const worst = record(options, (a) => {
      const defeats = options.filter((b) => b !== a && matrix[b][a] > matrix[a][b])
      const votes = Math.max(0, ...defeats.map((b) => matrix[b][a]))
      return { votes, by: defeats.filter((b) => matrix[b][a] === votes) }
    })
    same('worst', certificate.worst, worst)
    return { ranking: tiersBy(options, (o) => -worst[o].votes) }
  },

  schulze,
  'ranked-pairs': rankedPairs,
  kemeny,
}

/** The next options that stand whichever of the tied last go out first; null where the winner hangs on it. */
function certainNext(ballots, standing) {
  let ways = [standing]
  do {
    const next = new Map()
    for (const set of ways) {
      const votes = firstChoices(ballots, set)
      for (const last of tiersBy(set, (o) => votes.get(o), compare).at(-1)) {
        const left = set.filter((o) => o !== last)
        next.set(left.join('\n'), left)
      }
    }
    ways = [...next.values()]
  } while (ways.length > 1 && ways[0].length > 1)
  return ways.length === 1 ? ways[0] : null
}
