import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareParts, compareTexts, type Piece, tallyOf } from './compare'

const side = (pieces: Piece[], without: 'added' | 'removed') =>
  pieces
    .filter((p) => p.kind !== without)
    .map((p) => p.text)
    .join('')

const words = fc.constantFrom(
  'claim',
  'power',
  'Juche',
  '주체',
  '사상이',
  '核',
  '計画',
  ',',
  '.',
  '\n\n',
  ' ',
  '$x^2$',
)
const texts = fc.array(words, { maxLength: 120 }).map((parts) => parts.join(' '))

describe('two texts', () => {
  test('come back whole from their comparison', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = compareTexts(before, after)
        expect(side(pieces, 'added')).toBe(before)
        expect(side(pieces, 'removed')).toBe(after)
      }),
    )
  })

  test('that are the same show no change', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const kinds = new Set(compareTexts(text, text).map((p) => p.kind))
        expect(kinds.has('added') || kinds.has('removed')).toBe(false)
      }),
    )
  })

  test('read as phrases and not as single words', () => {
    expect(compareTexts('It was the old claim.', 'It was a new claim.')).toEqual([
      { kind: 'same', text: 'It was ' },
      { kind: 'removed', text: 'the old' },
      { kind: 'added', text: 'a new' },
      { kind: 'same', text: ' claim.' },
    ])
  })

  test('in Korean by words and in Chinese by its dictionary', () => {
    expect(compareTexts('주체 사상은 강하다', '주체 사상은 약하다')).toEqual([
      { kind: 'same', text: '주체 사상은 ' },
      { kind: 'removed', text: '강하다' },
      { kind: 'added', text: '약하다' },
    ])
    expect(compareTexts('朝鲜的政策', '朝鲜的外交').at(0)).toMatchObject({ kind: 'same' })
  })

  test('fold what is long and the same, but for the words around a change', () => {
    const long = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ')
    const pieces = compareTexts(`${long} old`, `${long} new`)
    expect(pieces.map((p) => p.kind)).toEqual(['folded', 'same', 'removed', 'added'])
    expect(pieces[0]).toMatchObject({ words: 88 })
    expect(compareTexts(long, long)).toEqual([{ kind: 'folded', text: long, words: 100 }])
  })

  test('of 20,000 characters each, all different, soon enough', () => {
    const text = (seed: string) =>
      Array.from({ length: 3300 }, (_, i) => `${seed}${i}`)
        .join(' ')
        .slice(0, 20_000)
    const begun = performance.now()
    const pieces = compareTexts(text('a'), text('b'))
    expect(performance.now() - begun).toBeLessThan(3000)
    expect(side(pieces, 'added')).toBe(text('a'))
  })
})

test('fields are matched by their code, in the later version’s order', () => {
  const part = (code: string, text: string) => ({ code, title: code, text })
  const changes = compareParts(
    [part('A1', 'one'), part('A2', 'two'), part('A3', '[Label](quote:note/1)')],
    [part('A2', 'two'), part('A1', 'one more'), part('A4', 'new')],
  )
  expect(changes.map((c) => [c.code, c.state])).toEqual([
    ['A2', 'same'],
    ['A1', 'changed'],
    ['A4', 'added'],
    ['A3', 'removed'],
  ])
  expect(changes.at(-1)?.pieces).toEqual([{ kind: 'removed', text: 'Label' }])
  expect(tallyOf(changes)).toEqual({ added: 2, removed: 1 })
})
