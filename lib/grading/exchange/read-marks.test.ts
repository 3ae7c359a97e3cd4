import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readMarks } from './read-marks'

const ITEMS = ['Critique of the paper', 'Participation']

test('reads what Canvas writes, its number behind a title and its second line', () => {
  const file = [
    'Student,ID,SIS User ID,SIS Login ID,Section,Critique of the paper (4711),Participation,Other',
    '    Points Possible,,,,,100,100,5',
    '"Lim, Ada",1,,ADA@example.org,Friday,87.5,,4',
  ].join('\r\n')
  expect(readMarks(file, ITEMS)).toEqual({
    marks: [{ line: 3, login: 'ada@example.org', item: 'Critique of the paper', mark: 87.5 }],
    problems: [],
  })
})

test('names the lines that it cannot use', () => {
  const file =
    'Full name,Email address,Participation\nAda,,70\nBo,bo@example.org,excellent\nCy,cy@example.org,"70,5"'
  expect(readMarks(file, ITEMS)).toEqual({
    marks: [{ line: 4, login: 'cy@example.org', item: 'Participation', mark: 70.5 }],
    problems: [
      { line: 2, message: 'It names no address.' },
      { line: 3, message: '“excellent” for Participation is not a mark.' },
    ],
  })
  expect(readMarks('Name,Mark\nAda,7', ITEMS).problems).toHaveLength(1)
  expect(readMarks('Email address,Mark\na@example.org,7', ITEMS).problems[0]?.message).toContain('No column')
})

test('never throws, whatever the file', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => !!readMarks(text, ITEMS)))
})

test('reads back every cell that was made harmless for spreadsheets', () => {
  const name = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', 'a', ',', '"', ' '), minLength: 1 })
  fc.assert(
    fc.property(name, fc.integer({ min: 0, max: 10_000 }), (item, cents) => {
      fc.pre(item.trim() === item && !/\(\d+\)$/.test(item))
      const mark = cents / 100
      const rows = [
        ['Full name', 'Email address', item],
        ['=cmd()', 'a@example.org', String(mark)],
      ]
      const text = Papa.unparse(rows, { escapeFormulae: true })
      expect(text.split(/\r?\n/).at(-1)?.startsWith('=')).toBe(false)
      expect(readMarks(text, [item]).marks).toEqual([{ line: 2, login: 'a@example.org', item, mark }])
    }),
  )
})
