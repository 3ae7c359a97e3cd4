import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, inZone, momentsOf, onClocks } from './zones'

test('what clocks show comes back as the moment, in any zone', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Seoul', 'America/New_York', 'Asia/Kathmandu')
  // summer, when no clock is changed
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 })
  fc.assert(
    fc.property(zones, minutes, (zone, n) => {
      const at = new Date(Date.parse('2026-06-01T00:00Z') + n * 60_000)
      expect(inZone(onClocks(at, zone), zone)).toEqual(at)
    }),
  )
})

const NEW_YORK = 'America/New_York'

test('an hour that is skipped has no moment, one that is repeated has two', () => {
  expect(momentsOf('2026-03-08T02:30', NEW_YORK)).toEqual([])
  expect(inZone('2026-03-08T02:30', NEW_YORK).toISOString()).toBe('2026-03-08T07:30:00.000Z')
  expect(momentsOf('2026-11-01T01:30', NEW_YORK).map((d) => d.toISOString())).toEqual([
    '2026-11-01T05:30:00.000Z',
    '2026-11-01T06:30:00.000Z',
  ])
  expect(momentsOf('2026-11-24T17:00', 'Asia/Seoul')).toHaveLength(1)
  // half an hour, in the southern autumn
  expect(momentsOf('2026-04-05T01:45', 'Australia/Lord_Howe')).toHaveLength(2)
})

test('every moment of a year is among the moments of what clocks show at it', () => {
  const zones = fc.constantFrom('UTC', 'Europe/London', NEW_YORK, 'Australia/Lord_Howe', 'Asia/Kathmandu')
  fc.assert(
    fc.property(zones, fc.integer({ min: 0, max: 60 * 24 * 365 }), (zone, n) => {
      const at = new Date(Date.parse('2026-01-01T00:00Z') + n * 60_000)
      expect(momentsOf(onClocks(at, zone), zone)).toContainEqual(at)
    }),
  )
})

test('a day later is the same hour on the clocks, and 23 or 25 hours where they change', () => {
  const hours = (from: string, days: number) =>
    (addDays(new Date(from), days, NEW_YORK).getTime() - Date.parse(from)) / 3_600_000
  expect(hours('2026-03-07T17:00:00Z', 1)).toBe(23)
  expect(hours('2026-10-31T17:00:00Z', 1)).toBe(25)
  expect(hours('2026-06-01T17:00:00.250Z', 7)).toBe(7 * 24)
})
