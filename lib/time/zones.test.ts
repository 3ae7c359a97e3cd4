import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inZone, onClocks } from './zones'

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
