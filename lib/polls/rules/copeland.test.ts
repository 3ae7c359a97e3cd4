import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from './tally'
import { anyOptions, anyPoll, legrand, preferring, ranked } from './testing'

describe('Copeland', () => {
  it('finds A in the example without a Condorcet winner of Wikipedia, "Copeland\'s method"', () => {
    const ballots = ranked('31 A > E > C > D > B', '30 B > A > E', '29 C > D > B', '10 D > A > E')
    const result = tally('copeland', ['A', 'B', 'C', 'D', 'E'], ballots)
    expect(result.ranking).toEqual([['A'], ['B', 'C', 'E'], ['D']])
    expect(result.scores).toEqual({ A: 2, B: 0, C: 0, D: -2, E: 0 })
  })

  it('ties Abby and Brad in the example of Rob LeGrand', () => {
    expect(tally('copeland', legrand.options, legrand.ballots).ranking).toEqual([
      ['Abby', 'Brad'],
      ['Dave', 'Erin'],
      ['Cora'],
    ])
  })

  it('is contests won less contests lost', () => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const { scores } = tally('copeland', options, ballots, o)
        const beats = (a: string, b: string) =>
          preferring(ballots, a, b, o.unranked) > preferring(ballots, b, a, o.unranked)
        for (const a of options) {
          const [won, lost] = [options.filter((b) => beats(a, b)), options.filter((b) => beats(b, a))]
          expect(scores![a]).toBe(won.length - lost.length)
        }
      }),
    )
  })
})
