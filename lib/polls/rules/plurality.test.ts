import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from './tally'
import { anyPoll, ranked } from './testing'

describe('plurality', () => {
  it('shares a ballot between the options that it ties for first', () => {
    const result = tally('plurality', ['A', 'B', 'C'], ranked('A = B', 'A = B = C', '2 C > A'))
    expect(result.scores).toEqual({ A: 5 / 6, B: 5 / 6, C: 7 / 3 })
    expect(result.ranking).toEqual([['C'], ['A', 'B']])
  })

  it('compares shares exactly: three thirds tie with one whole', () => {
    const thirds = ranked('A = B = C', 'A = B = D', 'A = E = F', 'D', 'F')
    const result = tally('plurality', ['A', 'B', 'C', 'D', 'E', 'F'], thirds)
    expect(result.ranking).toEqual([['D', 'F'], ['A'], ['B'], ['C', 'E']])
    expect(
      tally('plurality', ['A', 'B', 'C', 'D', 'E', 'F'], [...ranked('B'), ...ranked('3 A = C = E')]).ranking,
    ).toEqual([
      ['A', 'B', 'C', 'E'],
      ['D', 'F'],
    ])
  })

  it('counts each ballot that ranks anything as one vote', () => {
    fc.assert(
      fc.property(anyPoll, ({ options, ballots }) => {
        const cast = ballots.reduce(
          (sum, { ranking, count = 1 }) => sum + (ranking.length > 0 ? count : 0),
          0,
        )
        const votes = Object.values(tally('plurality', options, ballots).scores!)
        expect(votes.reduce((sum, share) => sum + share, 0)).toBeCloseTo(cast, 9)
      }),
    )
  })
})
