import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from './tally'
import { anyPoll, preferring, ranked } from './testing'

describe('Borda', () => {
  it('counts the example of the French Wikipedia, "Méthode Borda"', () => {
    const ballots = ranked('30 B > A > C > D', '30 B > A > D > C', '25 A > C > D > B', '15 A > D > C > B')
    const { scores, ranking } = tally('borda', ['A', 'B', 'C', 'D'], ballots)
    // It has 340, 280, 195 and 185 from 4 points down: a point more for each of a hundred voters.
    expect(scores).toEqual({ A: 240, B: 180, C: 95, D: 85 })
    expect(ranking).toEqual([['A'], ['B'], ['C'], ['D']])
  })

  it('gives tied options the mean of their places', () => {
    const options = ['A', 'B', 'C', 'D']
    expect(tally('borda', options, ranked('A > B = C > D')).scores).toEqual({ A: 3, B: 1.5, C: 1.5, D: 0 })
    expect(tally('borda', options, ranked('A')).scores).toEqual({ A: 3, B: 1, C: 1, D: 1 })
  })

  it('counts over what a ballot ranks when the rest is ignored', () => {
    const scores = tally('borda', ['A', 'B', 'C', 'D'], ranked('A > B > C', 'D'), {
      unranked: 'ignored',
    }).scores
    expect(scores).toEqual({ A: 2, B: 1, C: 0, D: 0 })
  })

  it('is a point for each option that a ballot puts lower, half a point for each that it puts level', () => {
    fc.assert(
      fc.property(anyPoll, ({ options, ballots }) => {
        const cast = ballots.reduce((sum, { count = 1 }) => sum + count, 0)
        const points = (a: string) =>
          options
            .filter((b) => b !== a)
            .reduce((sum, b) => sum + (cast + preferring(ballots, a, b) - preferring(ballots, b, a)) / 2, 0)
        expect(tally('borda', options, ballots).scores).toEqual(
          Object.fromEntries(options.map((option) => [option, points(option)])),
        )
      }),
    )
  })

  it('when the rest is ignored, is the same but over pairs that a ballot ranks both of', () => {
    fc.assert(
      fc.property(anyPoll, ({ options, ballots }) => {
        const { scores } = tally('borda', options, ballots, { unranked: 'ignored' })
        const above = (a: string, b: string) => preferring(ballots, a, b, 'ignored')
        const level = (a: string, b: string) =>
          ballots
            .filter(({ ranking }) => ranking.some((tier) => tier.includes(a) && tier.includes(b)))
            .reduce((sum, { count = 1 }) => sum + count, 0)
        for (const a of options) {
          const others = options.filter((b) => b !== a)
          expect(scores![a]).toBe(others.reduce((sum, b) => sum + above(a, b) + level(a, b) / 2, 0))
        }
      }),
    )
  })
})
