import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decibels, posterior } from './matrix'

const weight = fc.double({ min: 0.01, max: 1, noNaN: true })
const rows = fc.array(fc.record({ a: weight, b: weight, c: weight }), { maxLength: 12 })
const prior = fc.record({ a: weight, b: weight, c: weight })

describe('posterior', () => {
  it('updates a coin: even odds and evidence four times as likely under one', () => {
    const result = posterior({ a: 0.5, b: 0.5 }, [{ a: 0.8, b: 0.2 }])
    expect(result.a).toBeCloseTo(0.8, 14)
    expect(result.b).toBeCloseTo(0.2, 14)
  })

  it('sums to 1 and keeps the odds of the plain product', () => {
    fc.assert(
      fc.property(prior, rows, (before, evidence) => {
        const after = posterior(before, evidence)
        const product = (name: 'a' | 'b' | 'c') => evidence.reduce((p, row) => p * row[name], before[name])
        const total = product('a') + product('b') + product('c')
        expect(after.a! + after.b! + after.c!).toBeCloseTo(1, 12)
        for (const name of ['a', 'b', 'c'] as const)
          expect(after[name]).toBeCloseTo(product(name) / total, 10)
      }),
    )
  })

  it('gives the same bytes in whatever order the evidence comes', () => {
    fc.assert(
      fc.property(prior, rows, (before, evidence) => {
        expect(JSON.stringify(posterior(before, evidence.toReversed()))).toBe(
          JSON.stringify(posterior(before, evidence)),
        )
      }),
    )
  })

  it('cares for proportions only: points out of 100 or densities do as well', () => {
    const points = posterior({ a: 30, b: 70 }, [{ a: 8, b: 2 }])
    const shares = posterior({ a: 0.3, b: 0.7 }, [{ a: 0.4, b: 0.1 }])
    expect(points.a).toBeCloseTo(shares.a!, 14)
  })

  it('does not lose a long run of unlikely evidence', () => {
    const evidence = Array.from({ length: 5_000 }, () => ({ a: 1e-300, b: 1e-300, c: 9e-301 }))
    const result = posterior({ a: 1, b: 3, c: 1 }, evidence)
    expect(result.a).toBeCloseTo(0.25, 6)
    expect(result.b).toBeCloseTo(0.75, 6)
  })

  it('keeps an explanation that was ruled out ruled out', () => {
    expect(
      posterior({ a: 1, b: 1 }, [
        { a: 0, b: 0.1 },
        { a: 1, b: 0.1 },
      ]),
    ).toEqual({ a: 0, b: 1 })
    expect(posterior({ a: 0, b: 1 }, [{ a: 1, b: 0.1 }])).toEqual({ a: 0, b: 1 })
  })

  it.each([
    ['zeros everywhere', { a: 1, b: 0 }, [{ a: 0, b: 1 }]],
    ['no explanation', {}, []],
    ['a negative prior', { a: -1, b: 1 }, []],
    ['a negative likelihood', { a: 1, b: 1 }, [{ a: -0.1, b: 1 }]],
    ['a likelihood that is not a number', { a: 1, b: 1 }, [{ a: Number.NaN, b: 1 }]],
    ['an endless likelihood', { a: 1, b: 1 }, [{ a: Number.POSITIVE_INFINITY, b: 1 }]],
    ['a missing likelihood', { a: 1, toString: 1 }, [{ a: 1 }]],
  ] as [string, Record<string, number>, Record<string, number>[]][])(
    'refuses %s',
    (_what, before, evidence) => {
      expect(() => posterior(before, evidence)).toThrow(RangeError)
    },
  )
})

describe('decibels', () => {
  it('is ten times the logarithm: ten to one is 10, even is 0, one to a hundred is -20', () => {
    expect([decibels(10), decibels(1), decibels(0.01), decibels(1000)]).toEqual([10, 0, -20, 30])
    expect(decibels(2)).toBeCloseTo(3.0103, 4)
  })

  it('refuses what has no logarithm', () => {
    for (const ratio of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => decibels(ratio)).toThrow(RangeError)
  })
})
