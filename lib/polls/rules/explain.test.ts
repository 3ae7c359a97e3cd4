import { describe, expect, it } from 'vitest'
import { contestsWon, countAll, countFirst, ranksOf } from './count'
import { explain } from './explain'
import type { Counted } from './kinds'
import { plain } from './sentence'

const CODES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']
const OPTIONS = [
  'Neoclassical realism',
  'Structural realism',
  'Regime survival',
  'Identity and Juche',
  'Bargaining',
  'Organisational politics',
].map((shortLabel, i) => ({ code: `H${i + 1}`, shortLabel }))

/** The ballots of the ready-made seminar: "125346" is H1 > H2 > H5 … */
const ballots = (orders: string) =>
  orders.split(' ').map((order) => ({ ranking: [...order].map((digit) => [`H${digit}`]), scores: {} }))
const BEFORE = ballots('125346 523164 413562 413652 631542 152364 143265 253164 251364 315246 235146 142356')
const AFTER = ballots('153246 532164 143562 413562 365124 513264 134526 523164 253164 351246 532146 135246')

const said = (votes: Counted[]) => {
  const { headline, lede } = explain('RANKED', OPTIONS, countAll('RANKED', CODES, votes), votes.length)
  return { headline, lede: plain(lede) }
}

describe('a ranked result in sentences', () => {
  it('names the winner, its closest contest, and says when every method agrees', () => {
    expect(said(BEFORE)).toEqual({
      headline: 'Neoclassical realism, narrowly',
      lede:
        'Neoclassical realism beats every rival one against one. Its closest contest is with Regime survival, 7 to 5. ' +
        'Every other way of counting gives the same answer.',
    })
  })

  it('says that a tie is a tie, and which methods would decide otherwise, with their numbers', () => {
    expect(said(AFTER)).toEqual({
      headline: 'A tie: Regime survival and Bargaining',
      lede:
        'No rival beats Regime survival or Bargaining, and between the two the ballots split 6 to 6. ' +
        'Copeland and instant-runoff would choose Bargaining: it wins 4 more contests than it loses, and it leads ' +
        'Neoclassical realism by 7 to 5 in the last round. ' +
        'First choices alone would leave Neoclassical realism and Bargaining level: 4 first choices each.',
    })
  })

  it('owns up to a cycle', () => {
    const cycle = [
      ...ballots('123456 123456 123456'),
      ...ballots('231456 231456'),
      ...ballots('312456 312456'),
    ]
    const { headline, lede } = said(cycle)
    expect(headline).toBe('Neoclassical realism, but not against every rival')
    expect(lede).toContain(
      'Neoclassical realism loses to Regime survival, 3 to 4, yet the strongest chain of majorities',
    )
  })

  it('does not depend on the order of the ballots', () => {
    expect(said([...AFTER].reverse())).toEqual(said(AFTER))
  })

  it('holds where everybody abstains from most of the ballot', () => {
    expect(said(['H1', 'H2', 'H3'].map((code) => ({ ranking: [[code]], scores: {} }))).headline).toContain(
      'tie',
    )
  })
})

describe('a vote for one option in sentences', () => {
  const motion = ['for', 'against', 'undecided']
  const options = [
    { code: 'for', shortLabel: 'For' },
    { code: 'against', shortLabel: 'Against' },
    { code: 'undecided', shortLabel: 'Undecided' },
  ]
  const votes = (counts: Record<string, number>) =>
    Object.entries(counts).flatMap(([code, n]) =>
      Array.from({ length: n }, () => ({ ranking: [[code]], scores: {} })),
    )
  const words = (counts: Record<string, number>) => {
    const cast = votes(counts)
    const { headline, lede } = explain('PLURALITY', options, countAll('PLURALITY', motion, cast), cast.length)
    return `${headline} | ${plain(lede)}`
  }
  it('counts', () => {
    expect(words({ for: 5, against: 6, undecided: 1 })).toBe(
      'Against, 6 of 12 | Against has 6 votes of 12. For has 5 and Undecided 1.',
    )
    expect(words({ for: 7, against: 4, undecided: 1 })).toBe(
      'For, 7 of 12 | For has 7 votes of 12, a majority. Against has 4 and Undecided 1.',
    )
    expect(words({ for: 5, against: 5, undecided: 2 })).toBe(
      'A tie: For and Against | For and Against have 5 votes each of 12. Undecided has 2.',
    )
  })
})

describe('counting for the page', () => {
  it('gives tied options the better place', () => {
    expect(ranksOf([['a'], ['b', 'c'], ['d']])).toEqual({ a: 1, b: 2, c: 2, d: 4 })
  })
  it('counts a draw as half a contest won', () => {
    const tally = countFirst('RANKED', CODES, AFTER)!
    expect(contestsWon(tally, 'H5')).toBe(0.9)
    expect(contestsWon(tally, 'H6')).toBe(0)
  })
})
