import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from './tally'
import { anyOptions, anyPoll, permutations, preferring, ranked } from './testing'

describe('Kemeny', () => {
  it('elects the tops of every best ranking, and places each option at its best among them', () => {
    // A > B by 4 to 2, B > C by 5 to 1, C > A drawn: A > B > C is best, agreeing with 12 of 18.
    expect(
      tally('kemeny', ['A', 'B', 'C'], ranked('3 A > B > C', '2 B > C > A', 'C > A > B')).ranking,
    ).toEqual([['A'], ['B'], ['C']])
    // A beats B and C beats A by one vote, B beats C by three: A > B > C and B > C > A are equally good.
    const ballots = ranked('2 A > B > C', '2 B > C > A', 'C > A > B')
    expect(tally('kemeny', ['A', 'B', 'C'], ballots).ranking).toEqual([['A', 'B'], ['C']])
  })

  it('finds the same as a trial of every ranking', () => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const agreement = (order: string[]) =>
          order.reduce(
            (sum, a, i) =>
              sum + order.slice(i + 1).reduce((sum, b) => sum + preferring(ballots, a, b, o.unranked), 0),
            0,
          )
        const orders = permutations(options)
        const most = Math.max(...orders.map(agreement))
        const best = orders.filter((order) => agreement(order) === most)
        const { winners, ranking } = tally('kemeny', options, ballots, o)
        expect(winners).toEqual(options.filter((option) => best.some(([top]) => top === option)))

        const position = (option: string) => Math.min(...best.map((order) => order.indexOf(option)))
        const tiers = [...new Set(options.map(position))].sort((x, y) => x - y)
        expect(ranking).toEqual(tiers.map((tier) => options.filter((option) => position(option) === tier)))
      }),
      { numRuns: 60 },
    )
  })

  it('counts sixteen options', () => {
    const options = Array.from({ length: 16 }, (_, i) => `option ${i}`)
    const ballots = [
      { ranking: options.map((option) => [option]), count: 2 },
      { ranking: options.toReversed().map((option) => [option]) },
    ]
    expect(tally('kemeny', options, ballots).ranking).toEqual(options.map((option) => [option]))
    expect(tally('kemeny', options, []).winners).toEqual(options)
  })
})
