import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut } from '@/lib/explanations/rules/points'
import { credenceOf, even, hold, keyed, mostFor, moveTo, type Points, setPoints } from './credence'

const sum = (points: Points) => points.reduce((total, n) => total + n, 0)

const anyPoints: fc.Arbitrary<Points> = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 12 })
  .map((weights) => shareOut(100, weights))

const anyMove = anyPoints.chain((points) =>
  fc.record({
    points: fc.constant(points),
    held: fc.array(fc.boolean(), { minLength: points.length, maxLength: points.length }),
    at: fc.integer({ min: 0, max: points.length - 1 }),
    wanted: fc.integer({ min: -50, max: 200 }),
  }),
)

describe('a hundred points', () => {
  it('are shared out evenly as far as whole points allow', () => {
    expect(even(6)).toEqual([17, 17, 17, 17, 16, 16])
    expect(even(4)).toEqual([25, 25, 25, 25])
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  })

  it('always sum to a hundred, whole and none below nothing, whatever is moved', () => {
    fc.assert(
      fc.property(anyMove, ({ points, held, at, wanted }) => {
        const moved = setPoints(points, held, at, wanted)
        expect(sum(moved)).toBe(100)
        expect(moved.every((n) => Number.isInteger(n) && n >= 0)).toBe(true)
      }),
    )
  })

  it('go where they are wanted as far as the others can give; what is held stays', () => {
    fc.assert(
      fc.property(anyMove, ({ points, held, at, wanted }) => {
        const moved = setPoints(points, held, at, wanted)
        const free = points.some((_, i) => i !== at && !held[i])
        const most = mostFor(points, held, at)
        expect(moved[at]).toBe(free ? Math.min(most, Math.max(0, wanted)) : points[at])
        points.forEach((n, i) => {
          if (i !== at && held[i]) expect(moved[i]).toBe(n)
        })
      }),
    )
  })

  it('are given and taken in proportion: within a point of the exact share, and nobody overtakes anybody', () => {
    fc.assert(
      fc.property(anyMove, ({ points, held, at, wanted }) => {
        const moved = setPoints(points, held, at, wanted)
        const free = points.flatMap((_, i) => (i !== at && !held[i] ? [i] : []))
        const had = sum(free.map((i) => points[i]!))
        const has = sum(free.map((i) => moved[i]!))
        for (const i of free) {
          const exact = had > 0 ? (points[i]! * has) / had : has / free.length
          expect(Math.abs(moved[i]! - exact)).toBeLessThan(1)
          for (const j of free)
            if (points[i]! > points[j]!) expect(moved[i]!).toBeGreaterThanOrEqual(moved[j]!)
        }
      }),
    )
  })

  it('stand again as they stood when one slider is moved there and back', () => {
    fc.assert(
      fc.property(anyPoints, fc.nat(), fc.array(fc.integer({ min: 0, max: 100 })), (points, place, stops) => {
        const at = place % points.length
        const there = stops.reduce((state, wanted) => moveTo(state, at, wanted), credenceOf(points))
        expect(moveTo(there, at, points[at]!).points).toEqual(points)
      }),
    )
  })

  it('do not move once all others are held', () => {
    const held = hold(hold(credenceOf([50, 30, 20]), 1), 2)
    expect(moveTo(held, 0, 90).points).toEqual([50, 30, 20])
    expect(moveTo(hold(held, 2), 0, 90).points).toEqual([70, 30, 0])
  })

  it('take what keys say', () => {
    expect(
      ['ArrowUp', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'a'].map((k) => keyed(k, 40, 80)),
    ).toEqual([...[41, 39, 50, 30, 0, 80, null]])
  })
})
