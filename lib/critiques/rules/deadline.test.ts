import { expect, test } from 'vitest'
import { inZone, isOpen, zoneName } from './deadline'

test('open until the moment itself', () => {
  const due = new Date('2026-11-26T08:00:00Z')
  expect(isOpen(due, new Date('2026-11-26T08:00:00Z'))).toBe(true)
  expect(isOpen(due, new Date('2026-11-26T08:00:00.001Z'))).toBe(false)
  expect(isOpen(null, new Date())).toBe(true)
})

test.each([
  ['2026-11-26T17:00', 'Asia/Seoul', '2026-11-26T08:00:00.000Z'],
  ['2026-11-26T17:00', 'UTC', '2026-11-26T17:00:00.000Z'],
  ['2026-07-01T00:30', 'America/New_York', '2026-07-01T04:30:00.000Z'],
  ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00.000Z'],
  ['2026-03-08T03:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
])('%s in %s is %s', (local, zone, utc) => {
  expect(inZone(local, zone).toISOString()).toBe(utc)
})

test('zones are named by their city', () => {
  expect(zoneName('America/New_York')).toBe('New York time')
  expect(zoneName('UTC')).toBe('UTC')
})
