import fc from 'fast-check'
import {
  type Method,
  type RankedBallot,
  type ScoreBallot,
  type Tally,
  type TallyOptions,
  tally,
} from './tally'

export const rankedMethods: Method[] = [
  'plurality',
  'borda',
  'irv',
  'copeland',
  'minimax',
  'schulze',
  'ranked-pairs',
  'kemeny',
]
export const scoreMethods: Method[] = ['approval', 'score', 'star']
export const condorcetMethods: Method[] = ['copeland', 'minimax', 'schulze', 'ranked-pairs', 'kemeny']

/** Ballots as "42 A > B = C", or "A > B" for a single one. */
export function ranked(...lines: string[]): RankedBallot[] {
  return lines.map((line) => {
    const [, count = '1', ranking = ''] = /^(?:(\d+) )?(.*)$/.exec(line)!
    return {
      count: Number(count),
      ranking: ranking.split(' > ').map((tier) => tier.split(' = ')),
    }
  })
}

/** Ballots as rows of scores in the order of the options. */
export function scored(options: string[], rows: number[][]): ScoreBallot[] {
  return rows.map((row) => ({ scores: Object.fromEntries(options.map((option, i) => [option, row[i]!])) }))
}

export const winners = (method: Method, options: string[], ballots: RankedBallot[], o?: TallyOptions) =>
  tally(method, options, ballots, o).winners

const letters = ['A', 'B', 'C', 'D', 'E']
const options = fc.integer({ min: 1, max: letters.length }).map((count) => letters.slice(0, count))

const strictBallot = (options: string[]): fc.Arbitrary<RankedBallot> =>
  fc
    .shuffledSubarray(options, { minLength: options.length })
    .map((order) => ({ ranking: order.map((option) => [option]) }))

/** Any ranking: partial, with ties, cast by none or several. */
const anyBallot = (options: string[]): fc.Arbitrary<RankedBallot> =>
  fc
    .record({
      order: fc.shuffledSubarray(options),
      breaks: fc.array(fc.boolean(), { minLength: options.length, maxLength: options.length }),
      count: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ order, breaks, count }) => {
      const ranking: string[][] = []
      order.forEach((option, i) => {
        if (i === 0 || breaks[i]) ranking.push([option])
        else ranking.at(-1)!.push(option)
      })
      return { ranking, count }
    })

const scoreBallot = (options: string[]): fc.Arbitrary<ScoreBallot> =>
  fc.record({
    scores: fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: options.length, maxLength: options.length })
      .map((scores) => Object.fromEntries(options.map((option, i) => [option, scores[i]!]))),
    count: fc.integer({ min: 0, max: 4 }),
  })

export type Poll<Ballot> = { options: string[]; ballots: Ballot[] }

const pollOf = <Ballot>(ballot: (options: string[]) => fc.Arbitrary<Ballot>): fc.Arbitrary<Poll<Ballot>> =>
  options.chain((options) =>
    fc.record({ options: fc.constant(options), ballots: fc.array(ballot(options), { maxLength: 9 }) }),
  )

export const anyPoll = pollOf(anyBallot)
export const strictPoll = pollOf(strictBallot)
export const scorePoll = pollOf(scoreBallot)
export const anyOptions: fc.Arbitrary<TallyOptions> = fc.record({
  strength: fc.constantFrom('winning', 'margins', 'ratio'),
  unranked: fc.constantFrom('last', 'ignored'),
})

/** A result without the one thing that may follow the order of the options: how those in a tie are listed. */
export const unordered = (result: Tally) => ({
  ...result,
  winners: [...result.winners].sort(),
  ranking: result.ranking.map((tier) => [...tier].sort()),
})

/** Ballots that put one option above the other, counted the plain way. */
export function preferring(
  ballots: RankedBallot[],
  a: string,
  b: string,
  unranked: 'last' | 'ignored' = 'last',
) {
  const tierOf = ({ ranking }: RankedBallot, option: string) => {
    const tier = ranking.findIndex((tied) => tied.includes(option))
    return tier < 0 ? ranking.length : tier
  }
  const speaks = (ballot: RankedBallot) => unranked === 'last' || tierOf(ballot, b) < ballot.ranking.length
  return ballots
    .filter((ballot) => tierOf(ballot, a) < tierOf(ballot, b) && speaks(ballot))
    .reduce((sum, { count = 1 }) => sum + count, 0)
}

export function permutations<T>(items: T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((first, i) => permutations(items.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}

/** Rob LeGrand, "Descriptions of ranked-ballot voting methods": 921 voters, on whom the methods disagree. */
export const legrand = {
  options: ['Abby', 'Brad', 'Cora', 'Dave', 'Erin'],
  ballots: ranked(
    '98 Abby > Cora > Erin > Dave > Brad',
    '64 Brad > Abby > Erin > Cora > Dave',
    '12 Brad > Abby > Erin > Dave > Cora',
    '98 Brad > Erin > Abby > Cora > Dave',
    '13 Brad > Erin > Abby > Dave > Cora',
    '125 Brad > Erin > Dave > Abby > Cora',
    '124 Cora > Abby > Erin > Dave > Brad',
    '76 Cora > Erin > Abby > Dave > Brad',
    '21 Dave > Abby > Brad > Erin > Cora',
    '30 Dave > Brad > Abby > Erin > Cora',
    '98 Dave > Brad > Erin > Cora > Abby',
    '139 Dave > Cora > Abby > Brad > Erin',
    '23 Dave > Cora > Brad > Abby > Erin',
  ),
}
