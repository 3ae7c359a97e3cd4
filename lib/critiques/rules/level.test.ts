import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from './allocate'
import type { Pair } from './allocate-request'
import { level } from './level'

const named = (n: number, prefix: string) => Array.from({ length: n }, (_, i) => `${prefix}${i}`)
const key = (p: Pair) => `${p.reviewer} ${p.submission}`
const loads = (pairs: readonly Pair[], people: string[]) =>
  people.map((id) => pairs.filter((p) => p.reviewer === id).length)
const spread = (list: number[]) => Math.max(...list) - Math.min(...list)

const classes = fc
  .record({
    size: fc.integer({ min: 4, max: 14 }),
    per: fc.integer({ min: 1, max: 2 }),
    late: fc.integer({ min: 1, max: 3 }),
    begun: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    apart: fc.array(fc.tuple(fc.nat(16), fc.nat(16)), { maxLength: 3 }),
    seed: fc.string(),
  })
  .map(({ size, per, late, begun, apart, seed }) => {
    const people = named(size + late, 'p')
    const submissions = people.map((author, i) => ({ id: `s${i}`, author }))
    const conflicts = apart
      .filter(([a, b]) => a !== b && a < people.length && b < people.length)
      .map(([a, b]): [string, string] => [`p${a}`, `p${b}`])
    const first = allocate({
      ...{
        submissions: submissions.slice(0, size),
        reviewers: people.slice(0, size),
        perSubmission: per,
        seed,
      },
    })
    const fixed = new Set(first.filter((_, i) => begun[i]).map(key))
    return { people, submissions, conflicts, first, fixed, per, seed }
  })

describe('evening out after late arrivals', () => {
  test('moves nothing that is fixed, keeps every submission’s number, and comes no further apart', () => {
    fc.assert(
      fc.property(classes, ({ people, submissions, conflicts, first, fixed, per, seed }) => {
        const rest = { submissions, reviewers: people, conflicts, seed }
        let all: Pair[]
        try {
          all = allocate({ ...rest, perSubmission: per, existing: first })
        } catch {
          return // the conflicts leave a submission without anybody
        }
        const evened = level({ ...rest, pairs: all, fixed: (p) => fixed.has(key(p)) })
        const after = new Set(evened.map(key))
        expect(after.size).toBe(all.length)
        for (const pair of fixed) expect(after.has(pair)).toBe(true)
        const count = (pairs: Pair[]) =>
          submissions.map(({ id }) => pairs.filter((p) => p.submission === id).length)
        expect(count(evened)).toEqual(count(all))
        const authors = new Map(submissions.map(({ id, author }) => [id, author]))
        const before = new Set(all.map(key))
        for (const p of evened.filter((pair) => !before.has(key(pair)))) {
          const author = authors.get(p.submission)
          expect(p.reviewer).not.toBe(author)
          expect(conflicts.some((c) => c.includes(p.reviewer) && c.includes(author ?? ''))).toBe(false)
        }
        expect(spread(loads(evened, people))).toBeLessThanOrEqual(spread(loads(all, people)))
        expect(level({ ...rest, pairs: all.toReversed(), fixed: (p) => fixed.has(key(p)) })).toEqual(evened)
      }),
      { numRuns: 300 },
    )
  })

  test('gives one who came late a fair share of what nobody has begun', () => {
    const people = named(21, 'p')
    const submissions = people.map((author, i) => ({ id: `s${i}`, author }))
    const before = { submissions: submissions.slice(0, 20), reviewers: people.slice(0, 20), perSubmission: 2 }
    const first = allocate({ ...before, seed: 'x' })
    const all = allocate({ submissions, reviewers: people, perSubmission: 2, existing: first, seed: 'x' })
    const evened = level({ pairs: all, fixed: () => false, submissions, reviewers: people, seed: 'x' })
    expect(spread(loads(evened, people))).toBeLessThanOrEqual(1)
    const moved = evened.filter((p) => !all.some((q) => key(q) === key(p)))
    expect(moved.length).toBeLessThanOrEqual(2)
  })

  test('of 2,100 submissions takes well under two seconds', () => {
    const people = named(2110, 'p')
    const submissions = people.map((author, i) => ({ id: `s${i}`, author }))
    const early = {
      submissions: submissions.slice(0, 2100),
      reviewers: people.slice(0, 2100),
      perSubmission: 2,
    }
    const first = allocate({ ...early, seed: 'x' })
    const start = process.cpuUsage()
    const all = allocate({ submissions, reviewers: people, perSubmission: 2, existing: first, seed: 'x' })
    const evened = level({ pairs: all, fixed: () => false, submissions, reviewers: people, seed: 'x' })
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000) // microseconds of the processor
    expect(spread(loads(evened, people))).toBeLessThanOrEqual(1)
  })
})
