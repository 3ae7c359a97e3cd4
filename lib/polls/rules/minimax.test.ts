import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from './tally'
import { anyOptions, anyPoll, legrand, preferring, ranked, winners } from './testing'

describe('minimax', () => {
  // Wikipedia, "Minimax Condorcet method", the example where each variant has a winner of its own.
  const ballots = ranked(
    '30 A > C > B > D',
    '15 D > B > A > C',
    '14 D > B > C > A',
    '6 B > C > A > D',
    '4 D > C > A = B',
    '16 C > A = B',
    '14 B > C',
    '3 C > A',
  )
  const options = ['A', 'B', 'C', 'D']

  it('elects A by winning votes, with 35 against', () => {
    const result = tally('minimax', options, ballots, { unranked: 'ignored' })
    expect(result.scores).toEqual({ A: 35, B: 50, C: 45, D: 36 })
    expect(result.winners).toEqual(['A'])
  })

  it('elects B by margins, with 1', () => {
    const result = tally('minimax', options, ballots, { unranked: 'ignored', strength: 'margins' })
    expect(result.scores).toEqual({ A: 5, B: 1, C: 2, D: 3 })
    expect(result.winners).toEqual(['B'])
  })

  it('may elect an option that loses every contest (Wikipedia, "Condorcet loser criterion")', () => {
    const ballots = ranked('A > B > C', 'A > B > L', '3 B > C > A', 'C > L > A', 'L > A > B', '2 L > C > A')
    expect(winners('minimax', ['A', 'B', 'C', 'L'], ballots)).toEqual(['L'])
  })

  it('elects Cora in the example of Rob LeGrand, "Ranked-ballot voting methods"', () => {
    expect(winners('minimax', legrand.options, legrand.ballots)).toEqual(['Cora'])
  })

  it('is the strongest of the defeats that an option suffers', () => {
    fc.assert(
      fc.property(anyPoll, anyOptions, ({ options, ballots }, o) => {
        const measure = {
          winning: (votes: number) => votes,
          margins: (votes: number, against: number) => votes - against,
          ratio: (votes: number, against: number) => votes / against,
        }[o.strength!]
        const worst = (a: string) =>
          Math.max(
            0,
            ...options
              .filter((b) => b !== a)
              .map(
                (b) =>
                  [preferring(ballots, b, a, o.unranked), preferring(ballots, a, b, o.unranked)] as const,
              )
              .filter(([votes, against]) => votes > against)
              .map(([votes, against]) => measure(votes, against)),
          )
        const result = tally('minimax', options, ballots, o)
        expect(result.scores).toEqual(Object.fromEntries(options.map((option) => [option, worst(option)])))
        expect(result.winners).toEqual(options.filter((a) => options.every((b) => worst(a) <= worst(b))))
      }),
    )
  })

  it('compares ratios exactly where their quotients round to the same number', () => {
    const n = 2 ** 45
    const rows: [string, string, number][] = [
      ['A', 'B', n + 2],
      ['B', 'A', n + 1],
      ['B', 'C', n + 1],
      ['C', 'B', n],
      ['C', 'A', 3],
      ['A', 'C', 1],
    ]
    const ballots = rows.map(([above, below, count]) => ({ ranking: [[above], [below]], count }))
    const result = tally('minimax', ['A', 'B', 'C'], ballots, { strength: 'ratio', unranked: 'ignored' })
    expect(result.scores!.B).toBe(result.scores!.C)
    expect(result.ranking).toEqual([['B'], ['C'], ['A']])
  })
})
