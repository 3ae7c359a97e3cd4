import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlanRequest, plan, type Standing } from './plan'

const people = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`)
const base = (n: number, over: Partial<PlanRequest> = {}): PlanRequest => ({
  submissions: people(n).map((author, i) => ({ id: `s${i}`, author })),
  reviewers: people(n),
  perSubmission: 2,
  conflicts: [],
  standing: [],
  seed: 'seed',
  anew: false,
  ...over,
})
const standingOf = (request: PlanRequest, begun: (i: number) => boolean = () => false): Standing[] =>
  plan(request).add.map((p, i) => ({ ...p, begun: begun(i), byHand: false }))

/** What stands once the plan is carried out. */
const carriedOut = (standing: Standing[], { add, remove }: ReturnType<typeof plan>): Standing[] => [
  ...standing.filter((p) => !remove.some((r) => r.reviewer === p.reviewer && r.submission === p.submission)),
  ...add.map((p) => ({ ...p, begun: false, byHand: false })),
]

describe('a plan', () => {
  test('of the first allocation gives everybody as many as they get, numbered from one', () => {
    const { add, remove, kept, loads } = plan(base(9))
    expect(add).toHaveLength(18)
    expect({ remove, kept, loads }).toEqual({ remove: [], kept: 0, loads: [[2, 9]] })
    for (const { id } of base(9).submissions)
      expect(
        add
          .filter((p) => p.submission === id)
          .map((p) => p.number)
          .sort(),
      ).toEqual([1, 2])
  })

  test('made twice changes nothing the second time', () => {
    const again = plan(base(9, { standing: standingOf(base(9)), seed: 'another' }))
    expect(again).toMatchObject({ add: [], remove: [], kept: 18 })
  })

  test('drawn anew moves what nobody has begun, and that alone', () => {
    const standing = standingOf(base(12), (i) => i % 3 === 0)
    const anew = plan(base(12, { standing, seed: 'another', anew: true }))
    expect(anew.remove.length).toBeGreaterThan(4)
    for (const p of standing.filter((s) => s.begun)) expect(carriedOut(standing, anew)).toContainEqual(p)
  })

  test('takes away what came into conflict unless it has begun', () => {
    const standing = standingOf(base(8))
    const [one] = standing
    if (!one) throw new Error('nothing was allocated')
    const author = `p${one.submission.slice(1)}`
    const conflicts: [string, string][] = [[author, one.reviewer]]
    expect(plan(base(8, { standing, conflicts })).remove).toContainEqual({
      reviewer: one.reviewer,
      submission: one.submission,
    })
    const begun = standing.map((p) => ({ ...p, begun: p === one }))
    expect(carriedOut(begun, plan(base(8, { standing: begun, conflicts })))).toContainEqual({
      ...one,
      begun: true,
    })
  })

  test('absorbs any late arrivals: what has begun stays, numbers stay unique, everybody has enough reviewers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        fc.string(),
        (size, late, begun, seed) => {
          const standing = standingOf(base(size, { seed }), (i) => begun[i] ?? false)
          const next = carriedOut(standing, plan(base(size + late, { standing, seed })))
          for (const p of standing.filter((s) => s.begun)) expect(next).toContainEqual(p)
          for (const { id } of base(size + late).submissions) {
            const numbers = next.filter((p) => p.submission === id).map((p) => p.number)
            expect(numbers).toHaveLength(2)
            expect(new Set(numbers).size).toBe(2)
          }
        },
      ),
    )
  })

  test('says whose submission cannot be given enough reviewers', () => {
    expect(() => plan(base(2))).toThrow(/Submission "s0" needs 2 different reviewers/)
  })

  test('of 2,100 submissions by two is made within two seconds', () => {
    const start = process.cpuUsage()
    const { add } = plan(base(2100))
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000) // microseconds of the processor
    expect(add).toHaveLength(4200)
  })
})
