import { expect, test } from 'vitest'
import { momentOf } from './due-input'

const NEW_YORK = 'America/New_York'

test('an ordinary hour is one moment and nothing is said', () => {
  expect(momentOf('2026-11-26T17:00', 'Asia/Seoul')).toEqual({
    at: new Date('2026-11-26T08:00:00Z'),
    message: null,
  })
})

test('an hour that is skipped is refused, and another one named', () => {
  const { at, message } = momentOf('2026-03-08T02:30', NEW_YORK)
  expect(at).toBeNull()
  expect(message).toBe(
    'Clocks are put forward that night: there is no 02:30 in New York time. Choose 03:30, say.',
  )
})

test('an hour that is repeated is due the second time, and that is said', () => {
  const { at, message } = momentOf('2026-11-01T01:30', NEW_YORK)
  expect(at).toEqual(new Date('2026-11-01T06:30:00Z'))
  expect(message).toContain('01:30 comes twice')
})
