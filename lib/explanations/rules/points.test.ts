import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areWhole, evenPoints, shareOut } from './points'

test('points are whole and come to what is shared, nobody further than one from their share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
      (points, weights) => {
        const given = shareOut(points, weights)
        expect(given.reduce((a, b) => a + b, 0)).toBe(points)
        const total = weights.reduce((a, b) => a + b, 0)
        for (const [i, n] of given.entries()) {
          const share = total > 0 ? (points * (weights[i] ?? 0)) / total : points / weights.length
          expect(Math.abs(n - share)).toBeLessThan(1)
        }
      },
    ),
  )
})

test('even points are whole, and what falls short of a hundred is not', () => {
  expect(evenPoints(6)).toEqual([17, 17, 17, 17, 16, 16])
  fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), (n) => areWhole(evenPoints(n))))
  expect(
    [
      [50, 49],
      [50.5, 49.5],
      [-1, 101],
    ].map(areWhole),
  ).toEqual([false, false, false])
})
