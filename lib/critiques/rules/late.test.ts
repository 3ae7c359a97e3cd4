import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '@/lib/time/zones'
import { closesAt, dueFor, type LateRule, lateness } from './late'

const rule = (over: Partial<LateRule> = {}): LateRule => ({
  dueAt: new Date('2026-11-26T08:00:00Z'),
  graceMinutes: 15,
  penaltyPerDay: 10,
  lateDays: 3,
  timeZone: 'Asia/Seoul',
  ...over,
})
const at = (iso: string) => new Date(iso)

test('on time, in grace, late by days begun, closed', () => {
  expect(lateness(rule(), at('2026-11-26T08:00:00Z'))).toEqual({ state: 'ON_TIME', days: 0, factor: 1 })
  expect(lateness(rule(), at('2026-11-26T08:15:00Z'))).toEqual({ state: 'GRACE', days: 0, factor: 1 })
  expect(lateness(rule(), at('2026-11-26T08:15:01Z'))).toEqual({ state: 'LATE', days: 1, factor: 0.9 })
  expect(lateness(rule(), at('2026-11-27T08:00:00Z'))).toMatchObject({ days: 1 })
  expect(lateness(rule(), at('2026-11-27T08:00:01Z'))).toEqual({ state: 'LATE', days: 2, factor: 0.8 })
  expect(lateness(rule(), at('2026-11-29T08:00:00Z'))).toMatchObject({ state: 'LATE', days: 3 })
  expect(lateness(rule(), at('2026-11-29T08:00:01Z'))).toEqual({ state: 'CLOSED', days: 0, factor: 0 })
})

test('without late days it closes after the grace, and without a date never', () => {
  expect(lateness(rule({ lateDays: 0 }), at('2026-11-26T08:10:00Z')).state).toBe('GRACE')
  expect(lateness(rule({ lateDays: 0 }), at('2026-11-26T08:16:00Z')).state).toBe('CLOSED')
  expect(lateness(rule({ dueAt: null }), at('2099-01-01T00:00:00Z')).state).toBe('ON_TIME')
  expect(closesAt(rule({ dueAt: null }))).toBeNull()
})

test('a day over a change of clocks ends at the same hour', () => {
  const dst = (dueAt: string) => rule({ dueAt: at(dueAt), timeZone: 'America/New_York', graceMinutes: 0 })
  // 23 hours: due at noon on the 7th of March, the day ends at noon on the 8th
  expect(lateness(dst('2026-03-07T17:00:00Z'), at('2026-03-08T16:00:00Z'))).toMatchObject({ days: 1 })
  expect(lateness(dst('2026-03-07T17:00:00Z'), at('2026-03-08T16:00:01Z'))).toMatchObject({ days: 2 })
  // 25 hours
  expect(lateness(dst('2026-10-31T16:00:00Z'), at('2026-11-01T17:00:00Z'))).toMatchObject({ days: 1 })
  expect(lateness(dst('2026-10-31T16:00:00Z'), at('2026-11-01T17:00:01Z'))).toMatchObject({ days: 2 })
})

test('an extension counts where it is later', () => {
  const [early, late] = [at('2026-11-26T08:00:00Z'), at('2026-11-28T08:00:00Z')]
  expect(dueFor(early, late)).toEqual(late)
  expect(dueFor(late, early)).toEqual(late)
  expect(dueFor(null, late)).toBeNull()
  expect(dueFor(early, null)).toEqual(early)
})

const rules = fc.record({
  dueAt: fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
  graceMinutes: fc.integer({ min: 0, max: 1440 }),
  penaltyPerDay: fc.integer({ min: 0, max: 100 }),
  lateDays: fc.integer({ min: 0, max: 21 }),
  timeZone: fc.constantFrom('UTC', 'Asia/Seoul', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe'),
})
const spans = fc.integer({ min: -5 * 86_400_000, max: 25 * 86_400_000 })

test('later never costs less, a factor is between 0 and 1, and closing is where it says', () => {
  fc.assert(
    fc.property(rules, spans, spans, (r, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)].map((ms) =>
        lateness(r, new Date(r.dueAt.getTime() + ms)),
      ) as [ReturnType<typeof lateness>, ReturnType<typeof lateness>]
      expect(second.factor).toBeLessThanOrEqual(first.factor)
      expect(first.factor).toBeGreaterThanOrEqual(0)
      expect(first.factor).toBeLessThanOrEqual(1)
      const end = closesAt(r) as Date
      expect(lateness(r, end).state).not.toBe('CLOSED')
      expect(lateness(r, new Date(end.getTime() + 1)).state).toBe('CLOSED')
    }),
  )
})

test('on the n-th day it is n days late, whatever the clocks did', () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 21 }), (r, n) => {
      const late = { ...r, graceMinutes: 0, lateDays: 21 }
      const end = addDays(r.dueAt, n, r.timeZone)
      expect(lateness(late, end)).toMatchObject({ state: 'LATE', days: n })
    }),
  )
})
