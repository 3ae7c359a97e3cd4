import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode'
import { joinLines, keepsHyphen } from './hyphens'
import { numbered } from './section-names'
import { formatTable, parseTable } from './table'
import { clean, inline } from './text'
import { NO_WORDS, vocabulary } from './vocabulary'

describe('lines that belong together', () => {
  it.each([
    [['a promise', 'on paper'], 'a promise on paper'],
    [['渡轮时刻表是', '印在纸上的'], '渡轮时刻表是印在纸上的'],
    [['フェリーの', '時刻表'], 'フェリーの時刻表'],
    [['섬의 여객선', '시간표는'], '섬의 여객선 시간표는'],
    [['見よ、', 'Koga (2009)'], '見よ、 Koga (2009)'],
    [['the promise—', 'kept in winter'], 'the promise—kept in winter'],
    [['the for-', 'eign ministry'], 'the foreign ministry'],
  ])('%j', (lines, whole) => expect(joinLines(lines)).toBe(whole))

  it('are joined by the rule of their script inside a paragraph too', () => {
    expect(inline('  渡轮\n时刻表 \n of\n\tferries')).toBe('渡轮时刻表 of ferries')
  })
})

describe('a hyphen at the end of a line', () => {
  const words = vocabulary([
    'the decision-making of a foreign ministry, information, state and centred views, views',
  ])
  it.each([
    ['infor', 'mation', false],
    ['for', 'eign', false],
    ['decision', 'making', true],
    ['state', 'centred', true],
    ['state', 'ment', false],
    ['self', 'help', true],
    ['so', 'ciety', false],
    ['over', 'come', false],
    ['some', 'thing', false],
    ['Six', 'Party', true],
    ['US', 'led', true],
    ['mid', '1990s', true],
    ['1990', 'era', true],
  ])('%s-|%s is kept: %s', (left, right, kept) => expect(keepsHyphen(left, right, words)).toBe(kept))

  it('goes wherever the document writes the word without one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,8}$/), fc.stringMatching(/^[a-z]{3,8}$/), (a, b) => {
        expect(keepsHyphen(a, b, vocabulary([`the ${a}${b} of it`, `${a}${b}`]))).toBe(false)
        expect(keepsHyphen(a, b, vocabulary([`the ${a}-${b} of it`]))).toBe(true)
      }),
    )
  })

  it('does not make words of its halves', () => {
    expect(vocabulary(['the infor-\nmation of it']).count('mation')).toBe(0)
  })
})

describe('cleaning', () => {
  it('leaves no control characters, no lone surrogates, and does not change what is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = clean(`${text}\ud800\0`)
        expect(once.isWellFormed()).toBe(true)
        expect(once).not.toMatch(/(?![\n\t])\p{Cc}/u)
        expect(clean(once)).toBe(once)
      }),
    )
  })
})

describe('a table', () => {
  const cell = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ,.]{0,10}[A-Za-z0-9]$/)
  it('is given back from its text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.option(cell, { nil: undefined }),
        (rows, caption) => {
          const table = caption
            ? { caption: inline(caption), rows: rows.map((r) => r.map(inline)) }
            : { rows: rows.map((r) => r.map(inline)) }
          expect(parseTable(formatTable(table))).toEqual(table)
        },
      ),
    )
  })
  it('keeps empty cells in their place', () => {
    expect(
      formatTable({
        rows: [
          ['', 'a'],
          ['b', ''],
          ['', ''],
        ],
      }),
    ).toBe('\ta\nb')
    expect(parseTable('\ta\nb').rows).toEqual([
      ['', 'a'],
      ['b', ''],
    ])
  })
})

describe('bytes to text', () => {
  it('gives back any UTF-8 and any UTF-16 with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'))
        expect(decodeText(new TextEncoder().encode(text))).toBe(text)
        const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
        expect(decodeText(wide)).toBe(text)
      }),
    )
  })
})

it('Korean of Windows stays Korean with syllables that are not in the standard', () => {
  const bytes = Buffer.from(
    '8c63b9e6b0a2c7cfb0a120b9e8b8a620c5c0b4d92e20b1d720b9e8b4c220bec6c4a720bfa9bcb820bdc3bfa120b6b0b3adb4d92e',
    'hex',
  )
  const text = '똠방각하가 배를 탔다. 그 배는 아침 여섯 시에 떠난다.'
  expect(decodeText(bytes)).toBe(text)
  expect(decodeText(bytes, 'ks_c_5601-1987')).toBe(text)
  expect(decodeText(Buffer.from('b9e8ff', 'hex'), 'euc-kr')).not.toContain('배')
})

describe('the number of a heading', () => {
  it.each([
    ['1 Theory', '1', 1],
    ['2.3. Power', '2.3.', 2],
    ['IV. Method', 'IV.', 1],
    ['B. Sources', 'B.', 2],
    ['A.2 Letters', 'A.2', 2],
    ['Chapter 3: Winter', 'Chapter 3:', 1],
    ['第二章 理论', '第二章', 1],
    ['제1장 서론', '제1장', 1],
  ])('%s', (text, number, depth) => expect(numbered(text)).toMatchObject({ number, depth }))
  it.each(['A Theory of Ferries', 'I think so', 'Introduction', '1984', 'Vitamin C'])(
    '%s has none',
    (text) => {
      expect(numbered(text)?.rest || undefined).toBeUndefined()
    },
  )
})

it('an empty vocabulary knows nothing', () => expect(NO_WORDS.count('word')).toBe(0))
