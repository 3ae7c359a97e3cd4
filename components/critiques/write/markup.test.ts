import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, block, type Doc, type Edit, footnote, formula, prefix, wrap } from './markup'

const docs: fc.Arbitrary<Doc> = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '주', '체', '.') }), fc.nat(40), fc.nat(40))
  .map(([text, a, b]) => {
    const [x, y] = [Math.min(a, text.length), Math.min(b, text.length)]
    return { text, start: Math.min(x, y), end: Math.max(x, y) }
  })

const redone = (doc: Doc, edit: Edit): Doc => ({
  text: apply(doc, edit),
  start: edit.start,
  end: edit.end,
})

describe('marks', () => {
  test('go around the words, and a second time away again', () => {
    fc.assert(
      fc.property(docs, fc.constantFrom('*', '**', '$'), (doc, mark) => {
        if (!doc.text.slice(doc.start, doc.end).trim()) return
        const once = redone(doc, wrap(doc, mark))
        expect(once.text.length).toBe(doc.text.length + 2 * mark.length)
        expect(redone(once, wrap(once, mark)).text).toBe(doc.text)
      }),
    )
  })

  test('do not take bold for italic', () => {
    const bold = { text: '**word**', start: 2, end: 6 }
    expect(apply(bold, wrap(bold, '*'))).toBe('***word***')
    const both = { text: '**word**', start: 2, end: 6 }
    expect(apply(both, wrap(both, '**'))).toBe('word')
  })

  test('leave the caret between them where nothing is chosen', () => {
    const doc = { text: 'a  b', start: 2, end: 2 }
    const edit = wrap(doc, '**')
    expect(redone(doc, edit)).toEqual({ text: 'a **** b', start: 4, end: 4 })
  })
})

test('signs of lines come and go for every line that is touched', () => {
  fc.assert(
    fc.property(docs, fc.constantFrom('> ', '- ', '## '), (doc, sign) => {
      const once = redone(doc, prefix(doc, sign))
      expect(once.start).toBeGreaterThanOrEqual(0)
      expect(once.end).toBeLessThanOrEqual(once.text.length)
      expect(redone(once, prefix(once, sign)).text).toBe(doc.text)
    }),
  )
  const doc = { text: 'one\ntwo\nthree', start: 1, end: 5 }
  expect(apply(doc, prefix(doc, '> '))).toBe('> one\n> two\nthree')
})

test('footnotes are numbered on and their texts stand at the end', () => {
  const doc = { text: 'Claim. More.\n', start: 6, end: 6 }
  const first = redone(doc, footnote(doc))
  expect(first.text).toBe('Claim.[^1] More.\n\n[^1]: ')
  const typed = { text: `${first.text}See 4.`, start: 15, end: 15 }
  expect(apply(typed, footnote(typed))).toBe('Claim.[^1] More[^2].\n\n[^1]: See 4.\n[^2]: ')
})

test('a block has blank lines around it', () => {
  fc.assert(
    fc.property(docs, (doc) => {
      const text = apply(doc, block(doc, '> Q'))
      const [head = '', tail = ''] = text.split('> Q')
      expect(head.trim() === '' || head.endsWith('\n\n')).toBe(true)
      expect(tail.startsWith('\n\n')).toBe(true)
    }),
  )
})

test('a formula is inline among words and stands by itself on an empty line', () => {
  const inline = { text: 'energy x', start: 7, end: 8 }
  expect(apply(inline, formula(inline))).toBe('energy $x$')
  const own = { text: 'a\n\n', start: 3, end: 3 }
  expect(apply(own, formula(own))).toBe('a\n\n$$\n\n$$')
})
