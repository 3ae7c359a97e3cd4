import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { credences, LIKELIHOODS, moved, sensitivity, weightOf } from './likelihood'
import { RATINGS } from './vocabulary'

const CODES = ['H1', 'H2', 'H3']
const row = fc
  .tuple(...CODES.map(() => fc.constantFrom(...RATINGS)))
  .map((given) => Object.fromEntries(CODES.map((code, i) => [code, LIKELIHOODS[given[i] ?? 'NA']])))
const rows = fc
  .array(row, { maxLength: 20 })
  .map((list) => list.map((likelihoods, i) => ({ code: `E${i}`, likelihoods })))
const prior = fc
  .tuple(...CODES.map(() => fc.integer({ min: 1, max: 100 })))
  .map((points) => Object.fromEntries(CODES.map((code, i) => [code, points[i] ?? 1])))

describe('credence after the evidence', () => {
  test('sums to 1, and odds move by exactly the sum of the weights in decibels', () => {
    fc.assert(
      fc.property(prior, rows, (before, list) => {
        const after = credences(before, list) ?? {}
        expect(Object.values(after).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
        const sum = list.reduce((total, r) => total + (weightOf(r, 'H1', 'H2') ?? 0), 0)
        const odds = 10 * Math.log10((after.H1 ?? 0) / (after.H2 ?? 0))
        expect(odds).toBeCloseTo(10 * Math.log10((before.H1 ?? 0) / (before.H2 ?? 0)) + sum, 6)
      }),
    )
  })
  test('a neutral row moves nothing, and rows are ranked by what they move', () => {
    fc.assert(
      fc.property(prior, rows, (before, list) => {
        const neutral = { code: 'N', likelihoods: Object.fromEntries(CODES.map((c) => [c, LIKELIHOODS.N])) }
        const ranked = sensitivity(before, [...list, neutral])
        expect(ranked.find((r) => r.code === 'N')?.moves).toBeCloseTo(0, 9)
        for (const [i, r] of ranked.entries())
          expect(r.moves).toBeLessThanOrEqual((ranked[i - 1]?.moves ?? 1) + 1e-12)
      }),
    )
  })
  test('what had nothing before has nothing after; where all are ruled out there is no answer', () => {
    const list = [{ code: 'E1', likelihoods: { H1: 0.9, H2: 0.1 } }]
    expect(credences({ H1: 0, H2: 100 }, list)).toEqual({ H1: 0, H2: 1 })
    expect(credences({ H1: 100, H2: 0 }, [{ code: 'E1', likelihoods: { H1: 0, H2: 1 } }])).toBeNull()
    expect(moved({ a: 1, b: 0 }, { a: 0, b: 1 })).toBe(1)
  })
  test('weights are decibels: ten to one is 10, certainty has no end', () => {
    expect(weightOf({ code: 'E', likelihoods: { H1: 1, H2: 0.1 } }, 'H1', 'H2')).toBeCloseTo(10)
    expect(weightOf({ code: 'E', likelihoods: { H1: 0, H2: 0.1 } }, 'H1', 'H2')).toBe(-Infinity)
    expect(weightOf({ code: 'E', likelihoods: { H1: 0, H2: 0 } }, 'H1', 'H2')).toBeNull()
  })
})
