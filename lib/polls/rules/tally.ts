import { borda } from './borda'
import { copeland } from './copeland'
import type { Election, Outcome, Settings } from './election'
import { irv } from './irv'
import { kemeny } from './kemeny'
import { minimax } from './minimax'
import { readOptions } from './options'
import { type Above, betterTier, betterTierOfBoth, higherScore, pairwise } from './pairwise'
import { plurality } from './plurality'
import { publish } from './publish'
import { readRankings } from './ranked-ballots'
import { rankedPairs } from './ranked-pairs'
import { schulze } from './schulze'
import { score } from './score'
import { approvals, readScores, type Scale, stars } from './score-ballots'
import { star } from './star'
import type { Method, RankedBallot, ScoreBallot, Tally, TallyOptions } from './types'

export type { Method, RankedBallot, ScoreBallot, Tally, TallyOptions }

type Rule = { count: (election: Election) => Outcome; scale?: Scale }

/** A method with a scale counts scores, the others rankings. */
const rules: Record<Method, Rule> = {
  plurality: { count: plurality },
  approval: { count: score, scale: approvals },
  score: { count: score, scale: stars },
  star: { count: star, scale: stars },
  borda: { count: borda },
  irv: { count: irv },
  copeland: { count: copeland },
  minimax: { count: minimax },
  schulze: { count: schulze },
  'ranked-pairs': { count: rankedPairs },
  kemeny: { count: kemeny },
}

const unrankedAbove: Record<Settings['unranked'], Above> = { last: betterTier, ignored: betterTierOfBoth }
const strengths: Record<Settings['strength'], true> = { winning: true, margins: true, ratio: true }

/**
 * Counts ballots by a method. Exact: no comparison is made on rounded numbers. The order of the ballots
 * changes nothing, and that of the options only the order in which tied ones are listed. Ties stay ties.
 *
 * RangeError, with a plain sentence, for no options or one listed twice; a ballot of the wrong kind, that
 * names an option not in the poll or ranks one twice; a score off the method's scale; a count that is not a
 * whole number, zero or more; a method or setting that is not in the types; and kemeny beyond 16 options.
 */
export function tally(
  method: Method,
  options: string[],
  ballots: (RankedBallot | ScoreBallot)[],
  o: TallyOptions = {},
): Tally {
  const rule = pick(rules, method, 'method')
  const settings: Settings = { strength: o.strength ?? 'winning', unranked: o.unranked ?? 'last' }
  pick(strengths, settings.strength, 'measure of strength')
  const above = pick(unrankedAbove, settings.unranked, 'way to treat unranked options')
  const place = readOptions(options)
  const table = rule.scale ? readScores(place, ballots, rule.scale) : readRankings(place, ballots)
  const matrix = pairwise(table, rule.scale ? higherScore : above)
  return publish(method, options, matrix, rule.count({ names: options, table, pairwise: matrix, settings }))
}

/** Settings may come from an address or a file, where nothing has checked them. */
function pick<K extends string, V>(table: Record<K, V>, key: K, what: string): V {
  if (Object.hasOwn(table, key)) return table[key]
  throw new RangeError(`There is no ${what} called "${key}".`)
}
