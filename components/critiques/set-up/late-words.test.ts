import { expect, test } from 'vitest'
import { lateWords } from './late-words'

test('a rule in a sentence', () => {
  const words = (graceMinutes: number, penaltyPerDay: number, lateDays: number) =>
    lateWords({ graceMinutes, penaltyPerDay, lateDays })
  expect(words(0, 0, 0)).toBe('Closed from then on.')
  expect(words(15, 10, 0)).toBe('15 minutes’ grace, then it is closed.')
  expect(words(15, 10, 3)).toBe(
    '15 minutes’ grace; then each day begun costs 10 % of the mark, and after 3 days nothing is taken.',
  )
  expect(words(0, 0, 1)).toBe('Late, it costs nothing, and after one day nothing is taken.')
  expect(words(120, 5, 2)).toContain('2 hours’ grace')
})
