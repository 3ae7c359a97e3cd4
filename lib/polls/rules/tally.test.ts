import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RankedBallot, type ScoreBallot, tally } from './tally'
import {
  anyOptions,
  anyPoll,
  condorcetMethods,
  type Poll,
  preferring,
  ranked,
  rankedMethods,
  scoreMethods,
  scorePoll,
  unordered,
} from './testing'

describe.each([...rankedMethods, ...scoreMethods])('%s', (method) => {
  const poll: fc.Arbitrary<Poll<RankedBallot | ScoreBallot>> = scoreMethods.includes(method)
    ? scorePoll.map(({ options, ballots }) => ({
        options,
        ballots:
          method === 'approval'
            ? ballots.map(({ scores, count }) => ({
                scores: Object.fromEntries(
                  Object.entries(scores).map(([option, score]) => [option, Number(score > 2)]),
                ),
                count,
              }))
            : ballots,
      }))
    : anyPoll

  it('gives the same bytes whatever the order of the ballots', () => {
    const shuffled = poll.chain(({ options, ballots }) =>
      fc.record({
        options: fc.constant(options),
        ballots: fc.constant(ballots),
        again: fc.shuffledSubarray(ballots, { minLength: ballots.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, anyOptions, ({ options, ballots, again }, o) => {
        expect(JSON.stringify(tally(method, options, again, o))).toBe(
          JSON.stringify(tally(method, options, ballots, o)),
        )
      }),
    )
  })

  it('gives the same result whatever the order of the options', () => {
    const shuffled = poll.chain(({ options, ballots }) =>
      fc.record({
        options: fc.constant(options),
        ballots: fc.constant(ballots),
        again: fc.shuffledSubarray(options, { minLength: options.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, anyOptions, ({ options, ballots, again }, o) => {
        expect(unordered(tally(method, again, ballots, o))).toEqual(
          unordered(tally(method, options, ballots, o)),
        )
      }),
    )
  })

  it('counts a ballot cast n times as n ballots', () => {
    fc.assert(
      fc.property(poll, anyOptions, ({ options, ballots }, o) => {
        const single = ballots.flatMap(({ count = 1, ...ballot }) =>
          Array.from({ length: count }, () => ballot),
        )
        expect(tally(method, options, single, o)).toEqual(tally(method, options, ballots, o))
      }),
    )
  })

  it('ranks every option once, the winners first, ties in the order of the options', () => {
    fc.assert(
      fc.property(poll, anyOptions, ({ options, ballots }, o) => {
        const { winners, ranking } = tally(method, options, ballots, o)
        expect(ranking.flat().sort()).toEqual([...options].sort())
        expect(ranking[0]).toEqual(winners)
        for (const tier of ranking) expect(tier).toEqual(options.filter((option) => tier.includes(option)))
      }),
    )
  })
})

describe('pairwise', () => {
  it('counts the ballots that put one option above another', () => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const { pairwise } = tally('copeland', options, ballots, o)
        for (const a of options) {
          expect(Object.keys(pairwise![a]!)).toEqual(options.filter((b) => b !== a))
          for (const [b, votes] of Object.entries(pairwise![a]!)) {
            expect(votes).toBe(preferring(ballots, a, b, o.unranked))
          }
        }
      }),
    )
  })

  it('compares scores too', () => {
    const ballots: ScoreBallot[] = [
      { scores: { A: 5, B: 3 } },
      { scores: { B: 1 }, count: 2 },
      { scores: { A: 2, B: 2 } },
    ]
    expect(tally('star', ['A', 'B'], ballots).pairwise).toEqual({ A: { B: 1 }, B: { A: 2 } })
  })

  it('puts options left out below the others, or leaves them out of it', () => {
    const ballots = ranked('3 A', '2 B > C')
    expect(tally('schulze', ['A', 'B', 'C'], ballots).pairwise).toEqual({
      A: { B: 3, C: 3 },
      B: { A: 2, C: 2 },
      C: { A: 2, B: 0 },
    })
    expect(tally('schulze', ['A', 'B', 'C'], ballots, { unranked: 'ignored' }).pairwise).toEqual({
      A: { B: 0, C: 0 },
      B: { A: 0, C: 2 },
      C: { A: 0, B: 0 },
    })
  })
})

describe('an option that wins every contest', () => {
  it.each(condorcetMethods)('wins by %s', (method) => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const count = (a: string, b: string) => preferring(ballots, a, b, o.unranked)
        const best = options.find((a) => options.every((b) => a === b || count(a, b) > count(b, a)))
        if (best !== undefined) expect(tally(method, options, ballots, o).winners).toEqual([best])
      }),
    )
  })
})

describe('a perfect cycle', () => {
  it.each(rankedMethods)('is a tie of all by %s', (method) => {
    const ballots = ranked('A > B > C', 'B > C > A', 'C > A > B')
    expect(tally(method, ['A', 'B', 'C'], ballots).ranking).toEqual([['A', 'B', 'C']])
  })
})
