import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelsToGive, outOf, reviewTotal, showTotal } from './total'

const rubric = [15, 20, 25, 15, 15, 10].map((weight, i) => ({ id: `c${i}`, weight }))
const levels = (...given: number[]) => Object.fromEntries(given.map((level, i) => [`c${i}`, level]))

describe('a review’s total', () => {
  it.each([
    [[3, 3, 4, 3, 4, 4], 87.5],
    [[3, 3, 3, 4, 4, 3], 82.5],
    [[2, 2, 2, 2, 2, 3], 52.5],
    [[3, 2, 2, 2, 2, 3], 56.25],
    [[4, 4, 4, 4, 4, 4], 100],
  ])('of the levels %j is %d', (given, total) => {
    expect(reviewTotal(rubric, levels(...given))).toBe(total)
  })

  it('is out of the weights’ sum', () => {
    expect(outOf(rubric)).toBe(100)
    expect(outOf(Array(4).fill({ weight: 4 }))).toBe(16)
  })

  it('is exact to two decimals for every rubric', () => {
    const criterion = fc.record({
      weight: fc.integer({ min: 1, max: 1000 }),
      level: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(criterion, { minLength: 1, maxLength: 12 }), (all) => {
        const criteria = all.map(({ weight }, i) => ({ id: `c${i}`, weight }))
        const total = reviewTotal(criteria, levels(...all.map((c) => c.level)))
        const quarters = all.reduce((sum, c) => sum + BigInt(c.weight * c.level), 0n)
        expect(BigInt(total * 4)).toBe(quarters)
        expect(Number(showTotal(total))).toBe(total)
        expect(total).toBeLessThanOrEqual(outOf(criteria))
      }),
    )
  })
})

it('a criterion of its own number of levels earns its weight at the top', () => {
  const six = { id: 'a', weight: 30, levels: [{ level: 6 }, { level: 3 }, { level: 1 }] }
  const two = { id: 'b', weight: 10, levels: [{ level: 2 }, { level: 1 }] }
  expect(reviewTotal([six, two], { a: 6, b: 2 })).toBe(40)
  expect(reviewTotal([six, two], { a: 3, b: 1 })).toBe(20)
  expect(levelsToGive(six)).toEqual([6, 3, 1])
  expect(levelsToGive({ levels: [{ level: 4 }] })).toEqual([4, 3, 2, 1])
})
