import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RankedBallot, tally } from './tally'
import { anyPoll, ranked, winners } from './testing'

describe('instant-runoff', () => {
  it('elects sue over bob by three to two (Wikipedia, "Instant-runoff voting", five voters)', () => {
    const ballots = ranked('2 bob > bill > sue', '2 sue > bob > bill', 'bill > sue > bob')
    const result = tally('irv', ['bob', 'sue', 'bill'], ballots)
    expect(result.ranking).toEqual([['sue'], ['bob'], ['bill']])
    expect(result.rounds).toEqual([
      { bob: 2, sue: 2, bill: 1 },
      { bob: 2, sue: 3 },
    ])
  })

  it('counts on past a majority, for the places below', () => {
    const result = tally('irv', ['A', 'B', 'C'], ranked('5 A > B', '2 B > C', '1 C > B'))
    expect(result.ranking).toEqual([['A'], ['B'], ['C']])
    expect(result.rounds).toHaveLength(2)
  })

  it('sets a ballot aside once all that it ranks are out', () => {
    const result = tally('irv', ['A', 'B', 'C'], ranked('4 A', '3 B > A', '2 C'))
    expect(result.rounds).toEqual([
      { A: 4, B: 3, C: 2 },
      { A: 4, B: 3 },
    ])
  })

  it('shares a ballot between those of its best tier that still stand', () => {
    const result = tally('irv', ['A', 'B', 'C'], ranked('2 A', '3 B', 'A = C > B'))
    expect(result.rounds).toEqual([
      { A: 2.5, B: 3, C: 0.5 },
      { A: 3, B: 3 },
    ])
  })

  it('is a tie when the last two are level', () => {
    const result = tally('irv', ['A', 'B'], ranked('3 A > B', '3 B > A'))
    expect(result.winners).toEqual(['A', 'B'])
    expect(result.tiedAt).toBe(
      'In round 1, A and B tie for elimination with 3 votes each, and the winner depends on which of them goes out.',
    )
  })

  it('stops at an elimination tie on which the winner depends: all still standing win', () => {
    // Without B, C wins by 8 to 5; without C, B does. D is out by then.
    const ballots = ranked('5 A', '4 B > C', '4 C > B', 'D')
    const result = tally('irv', ['A', 'B', 'C', 'D'], ballots)
    expect(result.winners).toEqual(['A', 'B', 'C'])
    expect(result.ranking).toEqual([['A', 'B', 'C'], ['D']])
    expect(result.rounds).toHaveLength(2)
    expect(result.tiedAt).toBe(
      'In round 2, B and C tie for elimination with 4 votes each, and the winner depends on which of them goes out.',
    )
  })

  it('does not stop at a tie that changes nothing, nor report rounds that only some ways lead through', () => {
    const result = tally('irv', ['A', 'B', 'C'], ranked('5 A', '2 B', '2 C'))
    expect(result.winners).toEqual(['A'])
    expect(result.ranking).toEqual([['A'], ['B', 'C']])
    expect(result.rounds).toEqual([{ A: 5, B: 2, C: 2 }])
    expect(result).not.toHaveProperty('tiedAt')
  })

  it('takes out options without a vote together', () => {
    const result = tally('irv', ['A', 'B', 'C', 'D'], ranked('3 A', '2 B'))
    expect(result.ranking).toEqual([['A'], ['B'], ['C', 'D']])
    expect(result.rounds).toEqual([
      { A: 3, B: 2, C: 0, D: 0 },
      { A: 3, B: 2 },
    ])
  })

  it('sees at once that forty options with a vote each are a tie', () => {
    const options = Array.from({ length: 40 }, (_, i) => `option ${i}`)
    expect(winners('irv', options, ranked(...options))).toEqual(options)
  })

  it('elects the same as following every way out of every tie', () => {
    fc.assert(
      fc.property(anyPoll, ({ options, ballots }) => {
        const { winners, tiedAt } = tally('irv', options, ballots)
        expect(winners).toEqual(outcome(options, ballots))
        expect(tiedAt !== undefined).toBe(winners.length > 1)
      }),
      { numRuns: 400 },
    )
  })

  it('reports rounds that follow from one another', () => {
    fc.assert(
      fc.property(anyPoll, ({ options, ballots }) => {
        const { rounds, ranking } = tally('irv', options, ballots)
        rounds!.forEach((round, i) => {
          const standing = ranking.slice(0, ranking.length - i).flat()
          expect(Object.keys(round).sort()).toEqual(standing.sort())
          for (const option of standing)
            expect(round[option]).toBeCloseTo(votesFor(option, standing, ballots) / 60, 9)
        })
      }),
    )
  })
})

/** All standing when the ways out of a tie do not agree; else what they agree on. */
function outcome(standing: string[], ballots: RankedBallot[]): string[] {
  if (standing.length === 1) return standing
  const votes = standing.map((option) => votesFor(option, standing, ballots))
  const lowest = standing.filter((_, i) => votes[i] === Math.min(...votes))
  const ways = lowest.map((out) =>
    outcome(
      standing.filter((option) => option !== out),
      ballots,
    ),
  )
  return ways.every((way) => way.join() === ways[0]!.join()) ? ways[0]! : standing
}

/** In sixtieths, which any share of a ballot among five options comes to. */
function votesFor(option: string, standing: string[], ballots: RankedBallot[]): number {
  return ballots.reduce((sum, { ranking, count = 1 }) => {
    const best = ranking
      .map((tier) => tier.filter((o) => standing.includes(o)))
      .find((tier) => tier.length > 0)
    return best?.includes(option) ? sum + (60 / best.length) * count : sum
  }, 0)
}
