import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusedChanges } from './changes'
import { lateness } from './late'

const rules = fc.record({
  dueAt: fc.option(
    fc.date({ min: new Date('2026-02-01'), max: new Date('2026-12-01'), noInvalidDate: true }),
  ),
  graceMinutes: fc.integer({ min: 0, max: 100 }),
  penaltyPerDay: fc.integer({ min: 0, max: 100 }),
  lateDays: fc.integer({ min: 0, max: 10 }),
  outOf: fc.integer({ min: 1, max: 100 }),
  reviewMode: fc.constantFrom('OPEN' as const, 'DOUBLE_BLIND' as const),
})
const NOTHING = { submitted: false, graded: false, reviewing: false }

test('what is allowed after a submission never makes one later that was handed in before', () => {
  const timeZone = 'America/New_York'
  fc.assert(
    fc.property(rules, rules, fc.integer({ min: -30, max: 400 }), (now, next, days) => {
      if (Object.keys(refusedChanges(now, next, { ...NOTHING, submitted: true })).length > 0) return
      const at = new Date(Date.parse('2026-02-01') + days * 86_400_000)
      const before = lateness({ ...now, timeZone }, at)
      const after = lateness({ ...next, timeZone }, at)
      expect(after.factor).toBeGreaterThanOrEqual(before.factor)
    }),
    { numRuns: 2000 },
  )
})

test('before anything happened everything may change, and each thing is refused beside its field', () => {
  const now = {
    dueAt: new Date('2026-05-02'),
    ...{ graceMinutes: 10, penaltyPerDay: 5, lateDays: 3, outOf: 100 },
    reviewMode: 'DOUBLE_BLIND' as const,
  }
  const next = {
    dueAt: new Date('2026-05-01'),
    ...{ graceMinutes: 5, penaltyPerDay: 10, lateDays: 2, outOf: 20 },
    reviewMode: 'OPEN' as const,
  }
  expect(refusedChanges(now, next, NOTHING)).toEqual({})
  const all = { submitted: true, graded: true, reviewing: true }
  expect(Object.keys(refusedChanges(now, next, all)).sort()).toEqual(
    ['due', 'graceMinutes', 'lateDays', 'outOf', 'penaltyPerDay', 'reviewMode'].sort(),
  )
  expect(refusedChanges(now, now, all)).toEqual({})
})
