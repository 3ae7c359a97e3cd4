import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownWords } from './own-words'
import { addressOf, quotation, type Source, sourceOf, sourcesIn, withoutQuotations } from './quotations'

const sources: fc.Arbitrary<Source> = fc.oneof(
  fc
    .record({
      sectionId: fc.uuid(),
      version: fc.nat({ max: 999 }),
      start: fc.nat({ max: 9999 }),
      length: fc.integer({ min: 1, max: 999 }),
    })
    .map(({ length, ...s }) => ({ kind: 'passage' as const, ...s, end: s.start + length })),
  fc.record({ kind: fc.constantFrom('note' as const, 'claim' as const, 'evidence' as const), id: fc.uuid() }),
)

test('an address leads back to its source', () => {
  fc.assert(
    fc.property(sources, (source) => {
      expect(sourceOf(addressOf(source))).toEqual(source)
    }),
  )
  for (const wrong of [
    ...['', 'quote:', 'quote:note/1', 'https://example.org', 'quote:passage/x/1/2-3'],
    'quote:passage/0199a2c4-0000-7000-8000-000000000000/1/9-3',
  ])
    expect(sourceOf(wrong)).toBeNull()
})

test('a quotation is out of the count, whatever words it holds, and its source is found', () => {
  const words = fc.string({ minLength: 1 }).filter((s) => s.trim().length > 0)
  fc.assert(
    fc.property(words, words, sources, (quoted, label, source) => {
      const text = `My own words.\n\n${quotation(quoted, label, source)}\n\nAnd three more.`
      expect(ownWords(text)).toBe(6)
      expect(sourcesIn([text, text])).toEqual([source])
    }),
  )
})

test('a block quotation without a source counts', () => {
  expect(ownWords('> two words\n\nthree')).toBe(3)
  expect(ownWords('> two words\n>\n> — [x](quote:note/1)')).toBeGreaterThan(2)
  expect(withoutQuotations('nothing here')).toBe('nothing here')
})

test('signs of Markdown in what is quoted stay signs', () => {
  const source = { kind: 'note' as const, id: '0199a2c4-0000-7000-8000-000000000000' }
  expect(quotation('# 1 *a* [b](c)\n- x', 'A_b', source)).toBe(
    `> \\# 1 \\*a\\* \\[b\\](c)\n> \\- x\n>\n> — [A\\_b](${addressOf(source)})`,
  )
})
