import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areWhole, evenPoints, setPoints } from './points'

test('points come to a hundred, however many share them and whatever is moved', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.tuple(fc.nat(11), fc.double({ min: -50, max: 150, noNaN: true })), { maxLength: 20 }),
      (n, moves) => {
        let points = evenPoints(n)
        expect(areWhole(points)).toBe(true)
        for (const [at, to] of moves) {
          points = setPoints(points, at % n, to)
          expect(areWhole(points)).toBe(true)
        }
      },
    ),
  )
})

test('the one that is moved has what it was given, and the others keep their proportions', () => {
  expect(evenPoints(6)).toEqual([17, 17, 17, 17, 16, 16])
  expect(setPoints([50, 30, 20], 0, 0)).toEqual([0, 60, 40])
  expect(setPoints([0, 100, 0], 1, 40)).toEqual([30, 40, 30])
  expect(setPoints([100], 0, 3)).toEqual([100])
  expect(areWhole([50, 49])).toBe(false)
})
