import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RankedBallot, type TallyOptions, tally } from './tally'
import { anyOptions, anyPoll, legrand, preferring, ranked, winners } from './testing'

describe('Schulze on his 45 voters (Voting matters 17, 2003; Wikipedia, "Schulze method")', () => {
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
  const result = tally('schulze', ['A', 'B', 'C', 'D', 'E'], ballots)

  it('counts each pair', () => {
    expect(result.pairwise).toEqual({
      A: { B: 20, C: 26, D: 30, E: 22 },
      B: { A: 25, C: 16, D: 33, E: 18 },
      C: { A: 19, B: 29, D: 17, E: 24 },
      D: { A: 15, B: 12, C: 28, E: 14 },
      E: { A: 23, B: 27, C: 21, D: 31 },
    })
  })

  it('finds the strongest paths', () => {
    expect(result.paths).toEqual({
      A: { B: 28, C: 28, D: 30, E: 24 },
      B: { A: 25, C: 28, D: 33, E: 24 },
      C: { A: 25, B: 29, D: 29, E: 24 },
      D: { A: 25, B: 28, C: 28, E: 24 },
      E: { A: 25, B: 28, C: 28, D: 31 },
    })
  })

  it('ranks E > A > C > B > D', () => {
    expect(result.ranking).toEqual([['E'], ['A'], ['C'], ['B'], ['D']])
  })
})

describe('Schulze on the examples of his paper (2011, section 3)', () => {
  const four = ['A', 'B', 'C', 'D']

  it('elects d in example 1, by a path of 13 over one of 12', () => {
    const ballots = ranked(
      '8 A > C > D > B',
      '2 B > A > D > C',
      '4 C > D > B > A',
      '4 D > B > A > C',
      '3 D > C > B > A',
    )
    const { paths, ranking } = tally('schulze', four, ballots)
    expect(paths).toEqual({
      A: { B: 14, C: 14, D: 12 },
      B: { A: 13, C: 13, D: 12 },
      C: { A: 13, B: 15, D: 12 },
      D: { A: 13, B: 19, C: 13 },
    })
    expect(ranking).toEqual([['D'], ['A'], ['C'], ['B']])
  })

  it('ties b and d in example 2', () => {
    const ballots = ranked('3 A > B > C > D', '2 C > B > D > A', '2 D > A > B > C', '2 D > B > C > A')
    expect(tally('schulze', four, ballots).ranking).toEqual([
      ['B', 'D'],
      ['A', 'C'],
    ])
  })

  it('elects a, b or d in example 7, by margins, ratio or winning votes', () => {
    const ballots = ranked(
      '6 A > B > C > D',
      '8 A = B',
      '8 A = C',
      '18 A = C > D',
      '8 A = C = D',
      '40 B',
      '4 C > B > D',
      '9 C > D > A',
      '8 C = D',
      '14 D > A > B',
      '11 D > B > C',
      '4 D > C > A',
    )
    const by = (strength: TallyOptions['strength']) => winners('schulze', four, ballots, { strength })
    expect([by('margins'), by('ratio'), by('winning')]).toEqual([['A'], ['B'], ['D']])
  })
})

describe('Schulze', () => {
  it('ranks Abby first in the example of Rob LeGrand', () => {
    expect(tally('schulze', legrand.options, legrand.ballots).ranking.flat()).toEqual([
      'Abby',
      'Brad',
      'Erin',
      'Dave',
      'Cora',
    ])
  })

  it('measures a defeat without a vote against as infinitely strong by ratio', () => {
    expect(tally('schulze', ['A', 'B', 'C'], ranked('A > B > C'), { strength: 'ratio' }).paths).toEqual({
      A: { B: Infinity, C: Infinity },
      B: { A: 0, C: Infinity },
      C: { A: 0, B: 0 },
    })
  })

  it('finds the same paths as a search of every one of them', () => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const result = tally('schulze', options, ballots, o)
        for (const [from, paths] of Object.entries(result.paths!)) {
          for (const [to, strength] of Object.entries(paths)) {
            expect(strength).toBe(strongest(options, ballots, o, [from], to))
          }
        }
        const path = (a: string, b: string) => result.paths![a]![b]!
        expect(result.winners).toEqual(
          options.filter((a) => options.every((b) => a === b || path(a, b) >= path(b, a))),
        )
      }),
    )
  })
})

/** The strongest way on from a path so far, by trying every one; 0 where there is none. */
function strongest(
  options: string[],
  ballots: RankedBallot[],
  o: TallyOptions,
  path: string[],
  to: string,
): number {
  const from = path.at(-1)!
  const ways = options
    .filter((next) => !path.includes(next))
    .map((next) => {
      const step = strengthOf(
        preferring(ballots, from, next, o.unranked),
        preferring(ballots, next, from, o.unranked),
        o,
      )
      return next === to ? step : Math.min(step, strongest(options, ballots, o, [...path, next], to))
    })
  return Math.max(0, ...ways)
}

function strengthOf(votes: number, against: number, o: TallyOptions): number {
  if (votes <= against) return 0
  return { winning: votes, margins: votes - against, ratio: votes / against }[o.strength!]
}
