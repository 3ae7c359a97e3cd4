import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classCell, disagreement, distance, isExtreme, mayShow, middleRating } from './class'
import { RATINGS, type RatingName } from './vocabulary'

const ratings = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 40 })
const tallied = (given: readonly RatingName[]) =>
  RATINGS.map((rating) => given.filter((other) => other === rating).length)
const VALUE: Record<RatingName, number> = { II: 1, I: 2, N: 3, C: 4, CC: 5, NA: Number.NaN }
const onScale = (given: readonly RatingName[]) =>
  given.flatMap((r) => (r === 'NA' ? [] : VALUE[r])).sort((a, b) => a - b)

describe('the middle rating', () => {
  test('is the median, between two the one nearer to neutral, by brute force', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const values = onScale(given)
        const middle = middleRating(tallied(given))
        if (values.length * 2 < given.length || values.length === 0) return middle === 'NA'
        const half = values.length / 2
        const below = values.filter((v) => v < VALUE[middle]).length
        const above = values.filter((v) => v > VALUE[middle]).length
        return below <= half && above <= half
      }),
    )
  })
  test('of two that differ by one step is the cautious one, on either side', () => {
    expect(middleRating(tallied(['CC', 'C']))).toBe('C')
    expect(middleRating(tallied(['II', 'I']))).toBe('I')
    expect(middleRating(tallied(['I', 'C']))).toBe('N')
    expect(middleRating(tallied(['NA', 'NA', 'CC']))).toBe('NA')
  })
  test('turns round with the scale', () => {
    const turned: Record<RatingName, RatingName> = { CC: 'II', C: 'I', N: 'N', I: 'C', II: 'CC', NA: 'NA' }
    fc.assert(
      fc.property(
        ratings,
        (given) =>
          middleRating(tallied(given.map((r) => turned[r]))) === turned[middleRating(tallied(given))],
      ),
    )
  })
})

describe('disagreement', () => {
  test('lies between 0 and 1, is 0 for one voice and 1 for two camps at the ends', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const value = disagreement(tallied(given))
        return value === null ? onScale(given).length < 2 : value >= 0 && value <= 1
      }),
    )
    expect(disagreement(tallied(['C', 'C', 'C']))).toBe(0)
    expect(disagreement(tallied(['CC', 'II', 'CC', 'II']))).toBeCloseTo(1)
    expect(disagreement(tallied(['C', 'NA', 'NA']))).toBeNull()
  })
  test('is the published figure: Tastle and Wierman’s consensus is 1 + Σ p log2(1 − |x − μ| / d)', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const values = onScale(given)
        fc.pre(values.length > 1)
        const mean = values.reduce((a, b) => a + b, 0) / values.length
        const consensus =
          1 + values.reduce((sum, x) => sum + Math.log2(1 - Math.abs(x - mean) / 4) / values.length, 0)
        expect(disagreement(tallied(given))).toBeCloseTo(1 - consensus, 9)
      }),
    )
  })
  test('does not depend on how many say the same', () => {
    const twice = tallied(['CC', 'I', 'N', 'CC', 'I', 'N'])
    expect(disagreement(twice)).toBeCloseTo(disagreement(tallied(['CC', 'I', 'N'])) ?? -1)
  })
})

describe('what may be shown', () => {
  test('leaves three when one takes oneself away', () => {
    expect([2, 3, 4].map((n) => mayShow(n, false))).toEqual([false, true, true])
    expect([2, 3, 4].map((n) => mayShow(n, true))).toEqual([false, false, true])
  })
})

test('extreme is an end of the scale, or two steps from the class', () => {
  expect(isExtreme('CC', undefined)).toBe(true)
  expect(isExtreme('N', undefined)).toBe(false)
  expect(isExtreme('I', 'C')).toBe(true)
  expect(isExtreme('NA', 'CC')).toBe(false)
  expect(distance('NA', 'C')).toBeNull()
  expect(classCell(tallied(['C', 'C', 'NA'])).n).toBe(3)
})
