import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFaithful } from './faithful'

const SOURCE = 'The agreement “held” for eight years, from 1994 to 2002, and then it did not.'

test('words of the source, whatever the spaces and marks', () => {
  expect(isFaithful('held for eight\nyears', SOURCE)).toBe(true)
  expect(isFaithful('The agreement … did not.', SOURCE)).toBe(true)
  expect(isFaithful('The agreement [...] it did not', SOURCE)).toBe(true)
  expect(isFaithful('did not … The agreement', SOURCE)).toBe(false)
  expect(isFaithful('The agreement held for nine years', SOURCE)).toBe(false)
  expect(isFaithful('주체 사상은', '그것이 주체  사상은 아니다')).toBe(true)
})

test('every stretch of a text is faithful to it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
      const normal = text.normalize('NFC')
      const units = [...normal]
      expect(isFaithful(units.slice(Math.min(a, b), Math.max(a, b)).join(''), normal)).toBe(true)
    }),
  )
})
