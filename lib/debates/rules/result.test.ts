import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultWords } from './result-words'
import { type Side, swing } from './swing'
import { swingOfTotals } from './swing-totals'
import { votePair, type Wave } from './votes'

const side = fc.constantFrom<Side>('for', 'against', 'undecided')
const pairs = fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 60 })

describe('totals', () => {
  test('of the same people give what linking them gives', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const linked = swing(list)
        const { before, after, change, normalisedGain, winner } = swingOfTotals(linked.before, linked.after)
        expect({ before, after, winner }).toEqual({
          before: linked.before,
          after: linked.after,
          winner: linked.winner,
        })
        for (const team of ['for', 'against'] as const) {
          expect(change[team]).toBeCloseTo(linked.change[team], 9)
          if (linked.normalisedGain[team] === null) expect(normalisedGain[team]).toBeNull()
          else expect(normalisedGain[team]).toBeCloseTo(linked.normalisedGain[team], 9)
        }
      }),
    )
  })
  test('do not call a winner by rounding', () => {
    const third = swingOfTotals({ for: 1, against: 1, undecided: 1 }, { for: 2, against: 2, undecided: 2 })
    expect(third.winner).toBe('tie')
    expect(() => swingOfTotals({ for: 0, against: 0, undecided: 0 }, third.after)).toThrow(RangeError)
  })
})

test('swing’s margins are both tallies, whatever the votes', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const { flow, before, after } = swing(list)
      for (const s of ['for', 'against', 'undecided'] as const) {
        expect(before[s]).toBe(list.filter((p) => p.before === s).length)
        expect(after[s]).toBe(list.filter((p) => p.after === s).length)
        expect(Object.values(flow[s]).reduce((a, b) => a + b, 0)).toBe(before[s])
        expect(Object.values(flow).reduce((sum, row) => sum + row[s], 0)).toBe(after[s])
      }
    }),
  )
})

describe('words', () => {
  const of = (before: [number, number, number], after: [number, number, number]) => {
    const totals = ([pro, con, undecided]: [number, number, number]) => ({
      for: pro,
      against: con,
      undecided,
    })
    return resultWords(swingOfTotals(totals(before), totals(after)), true)
  }
  test('say who won and why', () => {
    expect(of([4, 5, 3], [7, 4, 1])).toEqual({
      headline: 'The Proposition won',
      lede: 'It gained 25 percentage points, from 33.3% to 58.3% of the 12 who voted both times; the Opposition lost 8.3 percentage points.',
    })
    expect(of([2, 9, 1], [4, 8, 0]).lede).toContain('In the end more voted against (8 to 4)')
    expect(of([4, 4, 4], [4, 4, 4])).toMatchObject({
      headline: 'A tie',
      lede: expect.stringContaining('Neither side'),
    })
    expect(of([4, 4, 4], [6, 6, 0]).lede).toMatch(/^Both sides gained 16.7 percentage points/)
  })
  test('never contradict the winner', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const result = swing(list)
        const { headline } = resultWords(result, true)
        expect(headline).toBe(
          { for: 'The Proposition won', against: 'The Opposition won', tie: 'A tie' }[result.winner],
        )
      }),
    )
  })
})

describe('the votes of a debate', () => {
  const wave = (slug: string, waveIndex: number, phase: Wave['phase'] = null, seriesId = 's'): Wave => ({
    ...{ slug, waveIndex, phase, seriesId },
  })
  const pair = (...waves: Wave[]) => {
    const found = votePair(waves)
    return found && [found.before.slug, found.after?.slug ?? null]
  }
  test('are those of its phases, or the first and the last wave', () => {
    expect(pair()).toBeNull()
    expect(pair(wave('a', 1))).toEqual(['a', null])
    expect(pair(wave('c', 3), wave('a', 1), wave('b', 2))).toEqual(['a', 'c'])
    expect(pair(wave('a', 1), wave('b', 2, 'PRE_VOTE'), wave('c', 3, 'POST_VOTE'), wave('d', 4))).toEqual([
      'b',
      'c',
    ])
    expect(pair(wave('x', 1, null, 't'), wave('y', 2, null, 't'), wave('z', 1, 'PRE_VOTE'))).toEqual([
      'z',
      null,
    ])
    expect(pair(wave('p', 1, 'POST_VOTE'))).toBeNull()
  })
})
