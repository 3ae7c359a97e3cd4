import { describe, expect, it } from 'vitest'
import { certify } from '../certificate/certify'
import { tally } from './tally'
import { ranked } from './testing'

// "Tennessee capital", the example that Wikipedia's articles on these methods share; the numbers are theirs
// (articles Borda count, Instant-runoff voting, Copeland's method, Minimax Condorcet method, Schulze method,
// Ranked pairs, Kemeny method).
const cities = ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']
const voters = ranked(
  '42 Memphis > Nashville > Chattanooga > Knoxville',
  '26 Nashville > Chattanooga > Knoxville > Memphis',
  '15 Chattanooga > Knoxville > Nashville > Memphis',
  '17 Knoxville > Chattanooga > Nashville > Memphis',
)
const order = [['Nashville'], ['Chattanooga'], ['Knoxville'], ['Memphis']]

describe('the capital of Tennessee', () => {
  it('is Memphis by plurality, with 42 first choices', () => {
    const result = tally('plurality', cities, voters)
    expect(result.scores).toEqual({ Memphis: 42, Nashville: 26, Chattanooga: 15, Knoxville: 17 })
    expect(result.winners).toEqual(['Memphis'])
  })

  it('is Nashville by Borda, with 194 points', () => {
    const result = tally('borda', cities, voters)
    expect(result.scores).toEqual({ Memphis: 126, Nashville: 194, Chattanooga: 173, Knoxville: 107 })
    expect(result.ranking).toEqual([['Nashville'], ['Chattanooga'], ['Memphis'], ['Knoxville']])
  })

  it('is Knoxville by instant-runoff, in three rounds', () => {
    const result = tally('irv', cities, voters)
    expect(result.rounds).toEqual([
      { Memphis: 42, Nashville: 26, Chattanooga: 15, Knoxville: 17 },
      { Memphis: 42, Nashville: 26, Knoxville: 32 },
      { Memphis: 42, Knoxville: 58 },
    ])
    expect(result.ranking).toEqual([['Knoxville'], ['Memphis'], ['Nashville'], ['Chattanooga']])
    expect(result).not.toHaveProperty('tiedAt')
  })

  it('is Nashville by Copeland, which wins every contest', () => {
    const result = tally('copeland', cities, voters)
    expect(result.scores).toEqual({ Memphis: -3, Nashville: 3, Chattanooga: 1, Knoxville: -1 })
    expect(result.ranking).toEqual(order)
  })

  it('is Nashville by minimax, which nothing defeats', () => {
    const result = tally('minimax', cities, voters)
    expect(result.scores).toEqual({ Memphis: 58, Nashville: 0, Chattanooga: 68, Knoxville: 83 })
    expect(tally('minimax', cities, voters, { strength: 'margins' }).scores).toEqual({
      Memphis: 16,
      Nashville: 0,
      Chattanooga: 36,
      Knoxville: 66,
    })
    expect(result.winners).toEqual(['Nashville'])
  })

  it('is Nashville by Schulze and by Kemeny, with the same ranking', () => {
    expect(tally('schulze', cities, voters).ranking).toEqual(order)
    expect(tally('kemeny', cities, voters).ranking).toEqual(order)
  })

  it('is 207 disagreements from the ballots by Kemeny (electowiki, "Kemeny–Young method"), of 600 preferences', () => {
    const ballots = voters.map((voter) => ({ ...voter, scores: {} }))
    expect(certify('kemeny', cities, ballots)).toMatchObject({
      ...{ agreement: 600 - 207, of: 600 },
      best: [order.flat()],
    })
  })

  it('is Nashville by approval, when all approve of their two nearest (Wikipedia, "STAR voting")', () => {
    const nearest = voters.map(({ ranking, count }) => ({
      scores: Object.fromEntries(ranking.slice(0, 2).map(([city]) => [city!, 1])),
      count,
    }))
    const { scores, winners } = tally('approval', cities, nearest)
    expect(scores).toEqual({ Memphis: 42, Nashville: 68, Chattanooga: 58, Knoxville: 32 })
    expect(winners).toEqual(['Nashville'])
  })

  it('is Nashville by ranked pairs, which locks every defeat', () => {
    const result = tally('ranked-pairs', cities, voters)
    expect(result.ranking).toEqual(order)
    expect(result.locked).toEqual([
      ['Chattanooga', 'Knoxville'], // 83
      ['Nashville', 'Chattanooga'], // 68
      ['Nashville', 'Knoxville'], // 68
      ['Chattanooga', 'Memphis'], // 58
      ['Knoxville', 'Memphis'], // 58
      ['Nashville', 'Memphis'], // 58
    ])
  })

  it('shows how many put each city above each other', () => {
    expect(tally('schulze', cities, voters).pairwise).toEqual({
      Memphis: { Nashville: 42, Chattanooga: 42, Knoxville: 42 },
      Nashville: { Memphis: 58, Chattanooga: 68, Knoxville: 68 },
      Chattanooga: { Memphis: 58, Nashville: 32, Knoxville: 83 },
      Knoxville: { Memphis: 58, Nashville: 32, Chattanooga: 17 },
    })
  })
})
