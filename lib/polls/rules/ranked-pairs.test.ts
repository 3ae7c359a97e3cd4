import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RankedBallot, type TallyOptions, tally } from './tally'
import { anyOptions, anyPoll, legrand, permutations, preferring, ranked, strictPoll } from './testing'

const ranking = (options: string[], ballots: RankedBallot[], o?: TallyOptions) =>
  tally('ranked-pairs', options, ballots, o)
    .ranking.map((tier) => tier.join('='))
    .join('>')

describe('ranked pairs', () => {
  it('ranks v > w > x > y > z in example 5 of Tideman (1987)', () => {
    const ballots = ranked(
      '7 v > w > x > y > z',
      '3 z > y > v > w > x',
      '6 y > z > w > x > v',
      '3 w > x > v > z > y',
      '5 z > x > v > w > y',
      '3 y > x > v > w > z',
    )
    for (const strength of ['winning', 'margins', 'ratio'] as const) {
      expect(ranking(['z', 'y', 'x', 'w', 'v'], ballots, { strength })).toBe('v>w>x>y>z')
    }
  })

  it('ranks A > C > E > B > D where Schulze elects E (his 45 voters; French Wikipedia)', () => {
    const ballots = ranked(
      '5 A > C > B > E > D',
      '5 A > D > E > C > B',
      '8 B > E > D > A > C',
      '3 C > A > B > E > D',
      '7 C > A > E > B > D',
      '2 C > B > A > D > E',
      '7 D > C > E > B > A',
      '8 E > B > A > D > C',
    )
    const result = tally('ranked-pairs', ['A', 'B', 'C', 'D', 'E'], ballots)
    expect(result.locked!.map((pair) => pair.join(''))).toEqual(['BD', 'ED', 'AD', 'CB', 'EB', 'AC', 'CE'])
    expect(result.ranking).toEqual([['A'], ['C'], ['E'], ['B'], ['D']])
  })

  it('ranks Brad first in the example of Rob LeGrand', () => {
    expect(ranking(legrand.options, legrand.ballots)).toBe('Brad>Abby>Erin>Dave>Cora')
  })

  it('weighs equally strong defeats together (Eric Gorr, ranked pairs, example 4)', () => {
    const ballots = ranked(
      '12 A > D > C > B',
      '3 B > A > C > D',
      '25 B > C > A > D',
      '21 C > B > A > D',
      '12 D > A > B > C',
      '21 D > A > C > B',
      '6 D > B > A > C',
    )
    // A beats C and C beats B by 54 each, and close a cycle with B over A by 55: both are dropped.
    const result = tally('ranked-pairs', ['A', 'B', 'C', 'D'], ballots)
    expect(result.locked).toEqual([
      ['A', 'D'],
      ['B', 'A'],
      ['D', 'C'],
    ])
    expect(result.ranking).toEqual([['B'], ['A'], ['D'], ['C']])
  })

  it('leaves a tie a tie (Eric Gorr, ranked pairs, example 3)', () => {
    const ballots = ranked('7 A > B > C', '7 B > A > C', '2 C > A > B', '2 C > B > A')
    expect(ranking(['A', 'B', 'C'], ballots)).toBe('A=B>C')
  })

  it('orders defeats with equal votes for by the fewer votes against, by winning votes only', () => {
    // A > B by 5 to 4, B > C by 5 to 3, C > A by 5 to 2.
    const ballots = ranked('5 A > B', '4 B > A', '5 B > C', '3 C > B', '5 C > A', '2 A > C')
    const o = { unranked: 'ignored' } as const
    expect(tally('ranked-pairs', ['A', 'B', 'C'], ballots, o)).toMatchObject({
      locked: [
        ['C', 'A'],
        ['B', 'C'],
      ],
      winners: ['B'],
    })
    expect(tally('schulze', ['A', 'B', 'C'], ballots, o).winners).toEqual(['A', 'B', 'C'])
  })

  it('locks the strict ranking that is first by its agreement with the strongest defeats', () => {
    fc.assert(
      fc.property(strictPoll, ({ options, ballots }) => {
        const defeats = pairsOf(options)
          .map(([a, b]) => ({ a, b, votes: preferring(ballots, a, b), against: preferring(ballots, b, a) }))
          .filter(({ votes, against }) => votes > against)
          .sort((x, y) => y.votes - x.votes)
        // Only where no contest is drawn and no two are equally strong is there just one such ranking.
        fc.pre(
          new Set(defeats.map(({ votes }) => votes)).size === (options.length * (options.length - 1)) / 2,
        )
        const agreement = (order: string[]) =>
          defeats.map(({ a, b }) => (order.indexOf(a) < order.indexOf(b) ? '1' : '0')).join('')
        const best = permutations(options).sort((x, y) => (agreement(x) < agreement(y) ? 1 : -1))[0]!
        expect(tally('ranked-pairs', options, ballots).ranking).toEqual(best.map((option) => [option]))
      }),
    )
  })

  it('drops a defeat only for a cycle with defeats at least as strong, and then always', () => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const strength = (a: string, b: string) => strengthOf(ballots, a, b, o)
        const defeats = pairsOf(options).filter(([a, b]) => strength(a, b) !== null)
        const locked = tally('ranked-pairs', options, ballots, o).locked!
        const isLocked = ([a, b]: Pair) => locked.some(([x, y]) => x === a && y === b)
        for (const [a, b] of defeats) {
          const counts = (pair: Pair) => {
            const order = stronger(strength(...pair)!, strength(a, b)!)
            return order === 0 || (order > 0 && isLocked(pair))
          }
          expect(isLocked([a, b])).toBe(!pathExists(defeats.filter(counts), [b], a))
        }
        const strengths = locked.map(([a, b]) => strength(a, b)!)
        expect(strengths.every((s, i) => i === 0 || stronger(strengths[i - 1]!, s) >= 0)).toBe(true)
      }),
    )
  })
})

type Pair = [string, string]

const pairsOf = (options: string[]): Pair[] =>
  options.flatMap((a) => options.filter((b) => b !== a).map((b): Pair => [a, b]))

/** The measures of a defeat, the first the weightiest; null where a does not defeat b. */
function strengthOf(ballots: RankedBallot[], a: string, b: string, o: TallyOptions): number[] | null {
  const [votes, against] = [preferring(ballots, a, b, o.unranked), preferring(ballots, b, a, o.unranked)]
  if (votes <= against) return null
  return { winning: [votes, -against], margins: [votes - against], ratio: [votes / against] }[o.strength!]
}

/** Positive where the first is the stronger. */
function stronger(first: number[], second: number[]): number {
  const i = first.findIndex((value, i) => value !== second[i])
  return i < 0 ? 0 : first[i]! > second[i]! ? 1 : -1
}

const pathExists = (pairs: Pair[], path: string[], to: string): boolean =>
  pairs.some(
    ([a, b]) => a === path.at(-1) && (b === to || (!path.includes(b) && pathExists(pairs, [...path, b], to))),
  )
