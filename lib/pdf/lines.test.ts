import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines'
import type { Run } from './model'

/** Every character is as wide as it is long. */
const measure = (_: Run, text: string) => text.length
const shown = (texts: string[], width: number) =>
  linesOf(
    texts.map((text) => ({ text })),
    width,
    measure,
  ).map((line) => line.map((w) => w.text).join(''))

test('words go into lines, and a word of two styles stays whole', () => {
  expect(shown(['one two three'], 7)).toEqual(['one two', 'three'])
  expect(shown(['a be', 'tween', ' them'], 8)).toEqual(['a', 'between', 'them'])
  expect(shown(['one\ntwo'], 10)).toEqual(['one', 'two'])
  expect(shown(['well-known fact'], 9)).toEqual(['well-', 'known', 'fact'])
  expect(shown(['朝鮮半島の政策'], 3)).toEqual(['朝鮮半', '島の政', '策'])
  expect(shown(['주체 사상은 강하다'], 5)).toEqual(['주체', '사상은', '강하다'])
  expect(shown(['endless-'.repeat(3)], 4).join('')).toBe('endless-'.repeat(3))
})

test('no line is too wide, and no sign is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', ' ', '\n', '주', '核', '。', ',', '“') })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), fc.integer({ min: 1, max: 20 }), (texts, width) => {
      const lines = shown(texts, width)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      expect(lines.join('').replace(/\s/g, '')).toBe(texts.join('').replace(/\s/g, ''))
    }),
  )
})
