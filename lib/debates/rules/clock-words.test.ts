import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockText, clockWords, shownSeconds, untilTick } from './clock-words'

test('a clock shows the second that runs, and overtime once it is over', () => {
  expect([240_000, 239_999, 1, 0, -1, -999, -1000, -61_000].map(clockText)).toEqual([
    ...['4:00', '4:00', '0:01', '0:00', '0:00', '0:00', '+0:01', '+1:01'],
  ])
  expect(clockText(3_729_000)).toBe('1:02:09')
  expect(clockText(2 * 86_400_000 + 3 * 3_600_000)).toBe('2 days 03:00')
})

test('the next tick is when the second changes, not before', () =>
  fc.assert(
    fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), (left) => {
      const wait = untilTick(left)
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(1000)
      expect(shownSeconds(left - wait + 1)).toBe(shownSeconds(left))
      expect(shownSeconds(left - wait - 1)).toBeLessThanOrEqual(shownSeconds(left))
    }),
  ))

test('words are for minutes, not for seconds', () => {
  expect(clockWords(5 * 3_600_000)).toBe('5 hours left')
  expect([185_000, 60_000, 59_000, 29_000, 0, -30_000, -60_000].map(clockWords)).toEqual([
    ...['3 minutes left', '1 minute left', 'Less than a minute left', 'Half a minute left'],
    ...['The time is up', 'The time is up', '1 minute over time'],
  ])
})
