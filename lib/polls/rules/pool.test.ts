import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brier, linearPool, logPool } from './pool'

const credence = (options: number) =>
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: options, maxLength: options })
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0)
      return parts.map((part) => part / whole)
    })
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((options) => fc.array(credence(options), { minLength: 1, maxLength: 6 }))
/** Rows with a weight each, and the same in another order. */
const shuffled = rows
  .chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: rows.length, maxLength: rows.length }),
    ),
  )
  .map(([rows, weights]) => rows.map((row, i) => ({ row, weight: weights[i]! })))
  .chain((voters) => fc.tuple(fc.constant(voters), fc.shuffledSubarray(voters, { minLength: voters.length })))

describe('the linear pool', () => {
  it('is the mean, weighted', () => {
    const rows = [
      [0.5, 0.5, 0],
      [0.25, 0.25, 0.5],
    ]
    expect(linearPool(rows)).toEqual([0.375, 0.375, 0.25])
    expect(linearPool(rows, [3, 1])).toEqual([0.4375, 0.4375, 0.125])
    expect(linearPool(rows, [0, 2])).toEqual([0.25, 0.25, 0.5])
  })

  it('sums to 1', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        expect(linearPool(rows).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('the logarithmic pool', () => {
  it('is the geometric mean, scaled to 1', () => {
    // The square roots of 0.8 x 0.2 and 0.2 x 0.8 are 0.4 and 0.4.
    expect(
      logPool([
        [0.8, 0.2],
        [0.2, 0.8],
      ]),
    ).toEqual([0.5, 0.5])
    // Odds of 4 and 16 pool to odds of 8.
    const pooled = logPool([
      [4 / 5, 1 / 5],
      [16 / 17, 1 / 17],
    ])
    expect(pooled[0]).toBeCloseTo(8 / 9, 12)
  })

  it('lets anyone with weight rule an option out', () => {
    const rows = [
      [0.5, 0.25, 0.25],
      [0, 0.5, 0.5],
    ]
    expect(logPool(rows)).toEqual([0, 0.5, 0.5])
    expect(logPool(rows, [1, 0])[0]).toBeCloseTo(0.5, 12)
  })

  it('is undefined when every option is ruled out', () => {
    expect(() =>
      logPool([
        [1, 0],
        [0, 1],
      ]),
    ).toThrow(RangeError)
  })

  it('keeps a common opinion', () => {
    fc.assert(
      fc.property(credence(4), (row) => {
        for (const [option, pooled] of logPool([row, row, row]).entries())
          expect(pooled).toBeCloseTo(row[option]!, 12)
      }),
    )
  })

  it('does not lose what is very small', () => {
    expect(
      logPool([
        [1e-300, 1e-300, 1 - 2e-300],
        [0.5, 0.5, 0],
      ]),
    ).toEqual([0.5, 0.5, 0])
  })

  it('moves with the odds: it is externally Bayesian (Genest 1984)', () => {
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        (rows, likelihood) => {
          fc.pre(rows[0]!.some((_, option) => rows.every((row) => row[option]! > 0)))
          const updated = (row: number[]) => {
            const joint = row.map((p, option) => p * likelihood[option]!)
            const whole = joint.reduce((sum, p) => sum + p, 0)
            return joint.map((p) => p / whole)
          }
          const [early, late] = [logPool(rows.map(updated)), updated(logPool(rows))]
          for (const [option, p] of early.entries()) expect(p).toBeCloseTo(late[option]!, 9)
        },
      ),
    )
  })
})

describe.each([
  ['linear', linearPool],
  ['logarithmic', logPool],
])('the %s pool', (_, pool) => {
  const settle = (rows: number[][], weights?: number[]) => {
    try {
      return pool(rows, weights)
    } catch (error) {
      return (error as Error).message
    }
  }

  it('does not depend on the order of voters, to the last bit', () => {
    fc.assert(
      fc.property(shuffled, ([voters, again]) => {
        const pooled = [voters, again].map((list) =>
          settle(
            list.map(({ row }) => row),
            list.map(({ weight }) => weight),
          ),
        )
        expect(pooled[0]).toEqual(pooled[1])
      }),
    )
  })

  it('does not depend on the order of options, to the last bit', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const [there, back] = [settle(rows), settle(rows.map((row) => row.toReversed()))]
        expect(typeof back === 'string' ? back : back.toReversed()).toEqual(there)
      }),
    )
  })

  it.each([
    ['no rows', []],
    ['no options', [[]]],
    ['a row that does not sum to 1', [[0.5, 0.4]]],
    ['a row a billionth and a bit too large', [[0.5, 0.5 + 1.1e-9]]],
    ['a negative credence', [[1.5, -0.5]]],
    ['a credence that is not a number', [[Number.NaN, 1]]],
    ['rows of different lengths', [[1], [0.5, 0.5]]],
  ])('refuses %s', (_, rows) => {
    expect(() => pool(rows)).toThrow(RangeError)
  })

  it.each([[[1]], [[1, -1]], [[0, 0]], [[1, Number.NaN]], [[1, Infinity]]])(
    'refuses weights of %j for two rows',
    (weights) => {
      expect(() => pool([[1], [1]], weights)).toThrow(RangeError)
    },
  )

  it('takes a row that is a rounding error away from 1', () => {
    expect(pool([[0.1, 0.2, 0.7 + 9e-10]])[2]).toBeCloseTo(0.7, 8)
  })
})

describe('the Brier score', () => {
  it('is the squared error over all options', () => {
    // 70% for rain, and it rains: 0.3 squared for rain and 0.3 squared for none (Brier 1950 sums over both).
    expect(brier([0.7, 0.3], 0)).toBeCloseTo(0.18, 12)
    expect(brier([0.7, 0.3], 1)).toBeCloseTo(0.98, 12)
    expect(brier([0, 1, 0], 1)).toBe(0)
    expect(brier([0, 1, 0], 2)).toBe(2)
  })

  it('is least, on average, for those who say what they believe', () => {
    fc.assert(
      fc.property(credence(3), credence(3), (belief, said) => {
        const expected = (forecast: number[]) =>
          belief.reduce((sum, p, outcome) => sum + p * brier(forecast, outcome), 0)
        expect(expected(belief)).toBeLessThanOrEqual(expected(said) + 1e-12)
      }),
    )
  })

  it.each([-1, 2, 0.5, Number.NaN])('refuses outcome %s of two', (outcome) => {
    expect(() => brier([0.5, 0.5], outcome)).toThrow(RangeError)
  })

  it('refuses a forecast that is no credence', () => {
    expect(() => brier([0.5, 0.4], 0)).toThrow(RangeError)
    expect(() => brier([], 0)).toThrow(RangeError)
  })
})
