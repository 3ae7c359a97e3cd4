import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from '@/lib/random/seeded'
import { calibrate, distance, type Example, type Scored } from './calibrate'

type Class = { size: number; per: number; examples: number; bias: number; shift?: number; noise: number }

const cut = (x: number) => Math.min(1, Math.max(0, x))

/** A class that reviews each other in a ring: biases and noise are normal (Box and Muller), scores are cut to 0..1. */
function simulate(seed: string, { size, per, examples, bias, shift = 0, noise }: Class) {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const truth = Array.from({ length: size }, () => cut(0.65 + 0.12 * normal()))
  const biases = Array.from({ length: size }, () => shift + bias * normal())
  const give = (v: number, s: number) => cut(s + (biases[v] ?? 0) + noise * normal())
  const reviews: Scored[] = truth.flatMap((s, u) =>
    Array.from({ length: per }, (_, k) => {
      const v = (u + 1 + k * 7) % size
      return { reviewer: `r${v}`, of: `u${u}`, score: give(v, s) }
    }),
  )
  const known: Example[] = Array.from({ length: examples }, (_, e) => 0.45 + 0.15 * e).flatMap((s, e) =>
    biases.map((_, v) => ({ reviewer: `r${v}`, of: `e${e}`, score: give(v, s), truth: s })),
  )
  return { truth, reviews, known }
}

const rmse = (pairs: [number, number][]): number =>
  Math.sqrt(pairs.reduce((sum, [a, b]) => sum + (a - b) ** 2, 0) / pairs.length)

/** Root mean squared errors over many classes, in points of a hundred. */
function compare(of: Class, seeds = 40): { raw: number; calibrated: number; better: number } {
  const errors = Array.from({ length: seeds }, (_, i) => {
    const { truth, reviews, known } = simulate(`class ${i}`, of)
    const { scores } = calibrate(reviews, known)
    const of1 = (which: 'raw' | 'calibrated') =>
      rmse(truth.map((s, u) => [s, scores.get(`u${u}`)?.[which] ?? Number.NaN]))
    return { raw: of1('raw'), calibrated: of1('calibrated') }
  })
  const mean = (which: 'raw' | 'calibrated') => (100 * errors.reduce((s, e) => s + e[which], 0)) / seeds
  return {
    raw: mean('raw'),
    calibrated: mean('calibrated'),
    better: errors.filter((e) => e.calibrated < e.raw).length / seeds,
  }
}

describe('calibrated scores', () => {
  test.each([
    ['three examples, strong biases', { size: 60, per: 3, examples: 3, bias: 0.12, noise: 0.07 }, 0.7],
    ['two examples, two reviews each', { size: 40, per: 2, examples: 2, bias: 0.12, noise: 0.07 }, 0.8],
    ['one example', { size: 40, per: 3, examples: 1, bias: 0.12, noise: 0.07 }, 0.75],
    [
      'a class that is generous as a whole',
      { size: 40, per: 2, examples: 2, bias: 0.05, shift: 0.12, noise: 0.07 },
      0.6,
    ],
    ['a small class', { size: 12, per: 2, examples: 3, bias: 0.12, noise: 0.07 }, 0.8],
  ] as const)('are nearer to what is deserved than the raw mean: %s', (_, of, most) => {
    const { raw, calibrated, better } = compare(of)
    expect(calibrated / raw).toBeLessThan(most)
    expect(better).toBeGreaterThan(0.8)
  })

  test.each([
    ['with examples', { size: 40, per: 2, examples: 2, bias: 0, noise: 0.07 }, 0.3],
    ['without examples', { size: 40, per: 3, examples: 0, bias: 0, noise: 0.07 }, 0.3],
    ['a handful', { size: 8, per: 2, examples: 1, bias: 0, noise: 0.07 }, 0.3],
  ] as const)('do no harm to speak of where nobody is biased: %s', (_, of, points) => {
    const { raw, calibrated } = compare(of)
    expect(calibrated - raw).toBeLessThan(points) // of a hundred
  })

  test('help a little even without examples, where reviewers meet often enough', () => {
    const { raw, calibrated } = compare({ size: 60, per: 5, examples: 0, bias: 0.12, noise: 0.05 })
    expect(calibrated).toBeLessThan(raw)
  })

  test('weigh a reviewer who scores at random less', () => {
    const random = seeded('noise')
    const truths = Array.from({ length: 30 }, (_, i) => 0.3 + (i % 10) * 0.05)
    const reviews = truths.flatMap((s, i) => [
      { reviewer: 'steady', of: `u${i}`, score: cut(s + 0.02 * (random() - 0.5)) },
      { reviewer: 'firm', of: `u${i}`, score: cut(s + 0.02 * (random() - 0.5)) },
      { reviewer: 'random', of: `u${i}`, score: random() },
    ])
    const { reviewers, scores } = calibrate(reviews)
    expect(reviewers.get('random')?.spread).toBeGreaterThan(3 * (reviewers.get('steady')?.spread ?? 1))
    const errors = (which: 'raw' | 'calibrated') =>
      rmse(truths.map((s, i) => [s, scores.get(`u${i}`)?.[which] ?? 0]))
    expect(errors('calibrated')).toBeLessThan(errors('raw') / 2)
  })

  const score = fc.integer({ min: 0, max: 20 }).map((n) => n / 20)
  const who = fc.integer({ min: 0, max: 5 }).map((n) => `r${n}`)
  const review = fc.record({ reviewer: who, of: fc.integer({ min: 0, max: 5 }).map((n) => `u${n}`), score })
  const example = fc.record({ reviewer: who, of: fc.constantFrom('e1', 'e2'), score, truth: score })
  const pair = (r: { reviewer: string; of: string }) => `${r.reviewer} ${r.of}`
  const reviews = fc.uniqueArray(review, { selector: pair, maxLength: 30 })
  const examples = fc.uniqueArray(example, { selector: pair, maxLength: 12 })

  test('stay on the scale, whatever comes, and do not depend on the order in which it comes', () => {
    fc.assert(
      fc.property(reviews, examples, (a, b) => {
        const found = calibrate(a, b)
        for (const { raw, calibrated } of found.scores.values())
          for (const x of [raw, calibrated]) expect(x >= 0 && x <= 1).toBe(true)
        expect([...found.scores.keys()].sort()).toEqual([...new Set(a.map((r) => r.of))].sort())
        expect(calibrate(a.toReversed(), b.toReversed())).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })

  test('are the raw ones where all agree', () => {
    const all = ['a', 'b', 'c'].flatMap((of) => ['x', 'y'].map((reviewer) => ({ reviewer, of, score: 0.6 })))
    for (const { raw, calibrated } of calibrate(all).scores.values()) {
      expect(raw).toBeCloseTo(0.6, 9)
      expect(calibrated).toBeCloseTo(0.6, 9)
    }
  })

  test('refuse what is off the scale', () => {
    expect(() => calibrate([{ reviewer: 'a', of: 'b', score: 1.2 }])).toThrow(RangeError)
    expect(() => calibrate([{ reviewer: 'a', of: 'b', score: Number.NaN }])).toThrow(RangeError)
  })
})

test('the distance to the instructor is the mean of the differences', () => {
  expect(distance([])).toBe(null)
  expect(
    distance([
      { score: 0.5, truth: 0.7 },
      { score: 0.9, truth: 0.8 },
    ]),
  ).toBeCloseTo(0.15, 9)
})
