import { describe, expect, it } from 'vitest'
import { type Method, type RankedBallot, type ScoreBallot, type TallyOptions, tally } from './tally'
import { ranked, rankedMethods, scoreMethods } from './testing'

const refused = (
  method: Method,
  options: string[],
  ballots: (RankedBallot | ScoreBallot)[],
  o?: TallyOptions,
) => {
  const count = () => tally(method, options, ballots, o)
  expect(count).toThrow(RangeError)
  return expect(count)
}

describe('a count refuses, with a plain sentence,', () => {
  it('no options, or one listed twice', () => {
    refused('irv', [], []).toThrow('A poll needs at least one option.')
    refused('score', ['A', 'B', 'A'], []).toThrow('The option "A" is listed twice.')
  })

  it('an option that is not in the poll', () => {
    refused('borda', ['A', 'B'], ranked('A > C')).toThrow('Ballot 1 ranks "C", which is not an option.')
    refused('star', ['A'], [{ scores: { A: 1 } }, { scores: { constructor: 1 } }]).toThrow(
      'Ballot 2 scores "constructor", which is not an option.',
    )
  })

  it('an option twice on a ballot', () => {
    refused('kemeny', ['A', 'B'], ranked('A > B', 'A > B > A')).toThrow('Ballot 2 ranks "A" twice.')
    refused('kemeny', ['A', 'B'], ranked('A = A')).toThrow('Ballot 1 ranks "A" twice.')
  })

  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53])('a ballot cast %s times', (count) => {
    refused('irv', ['A'], [{ ranking: [['A']], count }]).toThrow('a count is a whole number, zero or more')
  })

  it('more ballots than can be counted exactly', () => {
    refused('irv', ['A', 'B'], [{ ranking: [['A']], count: 2 ** 52 }]).toThrow('counted exactly')
  })

  it.each([-0.1, 5.1, Number.NaN, Infinity])('a score of %s', (score) => {
    refused('star', ['A'], [{ scores: { A: score } }]).toThrow('a score is a number from 0 to 5')
  })

  it('a score other than 0 or 1 for approval', () => {
    refused('approval', ['A'], [{ scores: { A: 2 } }]).toThrow('Ballot 1 scores "A" 2; a score is 0 or 1.')
  })

  it.each(rankedMethods)('a ballot of scores for %s', (method) => {
    refused(method, ['A'], [{ scores: { A: 1 } }]).toThrow('Ballot 1 has no ranking')
  })

  it.each(scoreMethods)('a ranked ballot for %s', (method) => {
    refused(method, ['A'], ranked('A')).toThrow('Ballot 1 has no scores')
  })

  it('tiers that are bare words, which would be read letter by letter', () => {
    const ballot = { ranking: ['AB'] } as unknown as RankedBallot
    refused('irv', ['A', 'B'], [ballot]).toThrow('Ballot 1 has a tier that is not a list')
  })

  it('a method or setting that it does not know', () => {
    refused('coombs' as Method, ['A'], []).toThrow('There is no method called "coombs".')
    refused('toString' as Method, ['A'], []).toThrow('There is no method called "toString".')
    refused('schulze', ['A'], [], { strength: 'losing' } as unknown as TallyOptions).toThrow('"losing"')
    refused('schulze', ['A'], [], { unranked: 'first' } as unknown as TallyOptions).toThrow('"first"')
  })

  it('more options than Kemeny can be counted for exactly', () => {
    const options = Array.from({ length: 17 }, (_, i) => `option ${i}`)
    refused('kemeny', options, []).toThrow('at most 16 options; there are 17')
  })
})

describe('a count takes', () => {
  it('one option, which wins', () => {
    for (const method of rankedMethods) expect(tally(method, ['A'], ranked('A')).ranking).toEqual([['A']])
    for (const method of scoreMethods) expect(tally(method, ['A'], [{ scores: {} }]).ranking).toEqual([['A']])
  })

  it('no ballots at all, when all options tie', () => {
    for (const method of [...rankedMethods, ...scoreMethods]) {
      expect(tally(method, ['B', 'A', 'C'], []).ranking).toEqual([['B', 'A', 'C']])
    }
  })

  it('an empty ballot and empty tiers, which say nothing', () => {
    for (const method of rankedMethods) {
      const ballots = [{ ranking: [] }, { ranking: [[], ['B'], [], ['A'], []] }]
      expect(tally(method, ['A', 'B'], ballots).ranking).toEqual([['B'], ['A']])
    }
  })

  it('options with any name', () => {
    const result = tally('schulze', ['__proto__', 'constructor'], ranked('__proto__ > constructor'))
    expect(Object.entries(result.pairwise!)).toEqual([
      ['__proto__', { constructor: 1 }],
      ['constructor', JSON.parse('{"__proto__":0}')],
    ])
    expect(result.winners).toEqual(['__proto__'])
    expect(tally('score', ['__proto__'], [{ scores: JSON.parse('{"__proto__":3}') }]).scores).toEqual(
      JSON.parse('{"__proto__":3}'),
    )
  })
})
