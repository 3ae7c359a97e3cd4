import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Code } from '../templates/schema'
import { nextCode, nextFieldCode } from './codes'

test('the first free letter, and a copy’s next number', () => {
  expect(nextCode([])).toBe('A')
  expect(nextCode(['A', 'B', 'D'])).toBe('C')
  expect(nextCode(Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i)))).toBe('AA')
  expect(nextCode(['A', 'A-2'], 'A')).toBe('A-3')
  expect(nextCode(['A', 'A-2'], 'A-2')).toBe('A-3')
  expect(nextFieldCode(['A1', 'A2', 'A10'])).toBe('A11')
  expect(nextFieldCode([])).toBe('Q1')
  expect(nextFieldCode(['claim'])).toBe('Q1')
})

test('codes are always free and well formed', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,19}$/)), (taken) => {
      for (const made of [nextCode(taken), ...taken.map((of) => nextCode(taken, of)), nextFieldCode(taken)])
        expect(taken.includes(made) || !Code.safeParse(made).success).toBe(false)
    }),
  )
})
