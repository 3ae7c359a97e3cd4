import { describe, expect, it } from 'vitest'
import { importDocument } from '..'
import { pdf, type Text } from '../testing/pdf'
import { prose, setLines } from '../testing/typeset'
import { factsOf } from './fonts'

const body = (seed: number): Text[] => setLines(prose(120, seed), { x: 70, y: 120, width: 455 }).texts
const importPages = async (edges: (i: number) => Text[], count = 4) => {
  const pages = Array.from({ length: count }, (_, i) => ({ texts: [...edges(i), ...body(i + 1)] }))
  const r = await importDocument({ bytes: pdf({ pages }), name: 'x.pdf' })
  return r.sections.flatMap((s) => s.blocks.map((b) => b.text)).join(' ')
}
const whole = (count = 4) => Array.from({ length: count }, (_, i) => prose(120, i + 1)).join(' ')

describe('what the page carries beside the text goes', () => {
  it.each([
    ['page numbers at the foot', (i: number) => [{ x: 290, y: 810, text: `${i + 7}` }]],
    ['numbers between dashes', (i: number) => [{ x: 290, y: 810, text: `– ${i + 7} –` }]],
    ['"Page 3 of 9"', (i: number) => [{ x: 290, y: 810, text: `Page ${i + 1} of 4` }]],
    [
      'heads that take turns',
      (i: number) => [{ x: 200, y: 50, text: i % 2 ? 'Harbour Studies' : 'M. Lindqvist' }],
    ],
    [
      'heads with a number at the side',
      (i: number) => [
        { x: 70, y: 50, text: `Part ${i}: another name each time ${'abcd'[i]}` },
        { x: 520, y: 50, text: `${30 + i}` },
      ],
    ],
    ['a licence on every page', () => [{ x: 70, y: 815, text: 'Downloaded by a library on 3 May', size: 7 }]],
    [
      'line numbers in the margin',
      (i: number) =>
        Array.from({ length: 12 }, (_, k) => ({
          x: 40,
          y: 120 + k * 12,
          text: String(10 + i * 12 + k),
          size: 6,
        })),
    ],
  ])('%s', async (_, edges) => expect(await importPages(edges)).toBe(whole()))
})

it('the names of fonts tell weight, slant and kind', () => {
  expect(factsOf('ABCDEF+TimesNewRomanPS-BoldMT').bold).toBe(true)
  expect(factsOf('GRXPRV+NimbusRomNo9L-Medi').bold).toBe(true)
  expect(factsOf('CMBX10').bold).toBe(true)
  expect(factsOf('CMR10').bold).toBe(false)
  expect(factsOf('CMTI10').italic).toBe(true)
  expect(factsOf('CMTT9').mono).toBe(true)
  expect(factsOf('CMMI10').math).toBe(true)
  expect(factsOf('CMCSC10').caps).toBe(true)
  expect(factsOf('Courier-Bold')).toMatchObject({ bold: true, mono: true })
})
