import { expect, test } from 'vitest'
import { costWords, lateWords } from './late-words'

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

test('what handing in now costs, and that it is once more where something is in already', () => {
  const late = { state: 'LATE', days: 2, factor: 0.7 } as const
  const rule = { penaltyPerDay: 15 }
  expect(costWords(late, rule)).toBe('Handing in now is 2 days late and costs 30 % of the mark.')
  expect(costWords(late, rule, true)).toBe('Handing in again now is 2 days late and costs 30 % of the mark.')
  expect(costWords(late, { penaltyPerDay: 0 })).toBe('Handing in now is 2 days late; that costs nothing.')
  expect(costWords({ state: 'GRACE', days: 0, factor: 1 }, rule, true)).toContain('handing in again now')
  expect(costWords({ state: 'ON_TIME', days: 0, factor: 1 }, rule)).toBeNull()
})
