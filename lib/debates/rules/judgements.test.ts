import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distribution, ENOUGH, isDivided, type Judgement } from './judgements'

const judgement = fc.record({
  impact: fc.option(fc.integer({ min: 0, max: 4 })),
  probability: fc.option(fc.integer({ min: 0, max: 100 })),
})
const of = (...probabilities: number[]): Judgement[] =>
  probabilities.map((probability) => ({ impact: null, probability }))

describe('what the class makes of a claim', () => {
  test('is shown once three have judged, of impact and of probability each', () => {
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 12 }), (judgements) => {
        const shown = distribution(judgements)
        const given = (part: 'impact' | 'probability') => judgements.filter((j) => j[part] !== null).length
        for (const part of ['impact', 'probability'] as const) {
          const spread = shown?.[part] ?? null
          expect(spread !== null).toBe(given(part) >= ENOUGH)
          if (!spread) continue
          expect(spread.counts.reduce((a, b) => a + b, 0)).toBe(given(part))
          expect(spread.low <= spread.median && spread.median <= spread.high).toBe(true)
        }
      }),
    )
  })

  test('does not depend on the order in which they judged', () => {
    fc.assert(
      fc.property(fc.array(judgement), (judgements) => {
        expect(distribution(judgements.toReversed())).toEqual(distribution(judgements))
      }),
    )
  })

  test('puts probabilities into tens, the last of which holds a hundred', () => {
    const probability = distribution(of(0, 9, 10, 90, 100))?.probability
    expect(probability).toMatchObject({
      n: 5,
      counts: [2, 1, 0, 0, 0, 0, 0, 0, 0, 2],
      median: 10,
      mean: 41.8,
    })
  })

  test('is divided where the middle half lies far apart', () => {
    expect(isDivided(distribution(of(10, 20, 80, 90)))).toBe(true)
    expect(isDivided(distribution(of(60, 70, 80)))).toBe(false)
    expect(isDivided(null)).toBe(false)
  })
})
