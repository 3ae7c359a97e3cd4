import { expect, it } from 'vitest'
import { importDocument } from '..'
import { type Page, pdf, type Text } from '../testing/pdf'
import { prose, setLines } from '../testing/typeset'

// Pages as large journals set them: a banner, a box beside the abstract, two columns, a table over both.

const read = (pages: Page[]) => importDocument({ bytes: pdf({ pages }), name: 'paper.pdf' })
const box = (text: string, x: number, y: number, width: number, size = 9) =>
  setLines(text, { x, y, width, size })
const line = (x: number, y: number, text: string, size = 9, face: Text['face'] = 'roman'): Text => ({
  x,
  y,
  text,
  size,
  face,
})

const ABSTRACT = `This abstract stands beside a box. ${prose(90, 5)}`
const two = (y: number, seed: number, words = 150) => [
  ...box(prose(words, seed), 60, y, 225).texts,
  ...box(prose(words, seed + 1), 310, y, 225).texts,
]

const banner = [
  line(230, 40, 'Ports & Passages 48 (2021) 101–119', 7),
  line(200, 60, 'Contents lists available at TideDirect', 8),
  line(220, 80, 'Ports & Passages', 17),
  line(210, 96, 'journal homepage: www.example.org/locate/ports', 8),
  line(60, 130, 'The ferry timetable as a political document', 17),
  line(60, 155, 'Mara Lindqvist', 12),
  { ...line(138, 150, 'a,*', 7) },
  line(150, 155, ', Tomás Oyelaran', 12),
  { ...line(240, 150, 'b', 7) },
  line(60, 170, 'University of the Northern Isles, Harrow, UK', 7, 'italic'),
]
const info = [
  'Article history:',
  'Received 12 March 2020',
  'Accepted 17 January 2021',
  'Keywords:',
  'Ferries',
  'Island politics',
]

it('an abstract beside a box of dates and keywords is read through, and the box left out', async () => {
  const beside = box(ABSTRACT, 220, 216, 320, 8)
  const { title, authors, abstract, sections, warnings } = await read([
    {
      texts: [
        ...banner,
        line(60, 200, 'A R T I C L E I N F O', 8),
        line(220, 200, 'A B S T R A C T', 8),
        ...info.map((text, i) => line(60, 216 + i * 10, text, 7)),
        ...beside.texts,
        line(300, beside.y + 6, '© 2021 The Authors. This is an open access article.', 7),
        line(60, 330, '1. Introduction', 9, 'bold'),
        ...two(345, 20),
      ],
    },
    { texts: two(80, 30, 300) },
  ])
  expect(title).toBe('The ferry timetable as a political document')
  expect(authors).toEqual(['Mara Lindqvist', 'Tomás Oyelaran'])
  expect(abstract).toBe(ABSTRACT)
  expect(sections.map((s) => s.heading)).toEqual(['1. Introduction'])
  expect(JSON.stringify(sections)).not.toMatch(/Received|Island politics|open access/)
  expect(warnings.join()).toContain('first page')
})

it('a box to the right of the abstract, in a paper of one column, likewise', async () => {
  const { abstract, sections } = await read([
    {
      texts: [
        line(60, 60, 'Promises in print: timetables and the small state', 17, 'bold'),
        line(60, 84, 'Mara Lindqvist and Tomás Oyelaran', 11),
        line(60, 110, 'ABSTRACT', 8.5, 'bold'),
        line(420, 110, 'ARTICLE HISTORY', 7.5, 'bold'),
        ...box(ABSTRACT, 60, 122, 330, 8.5).texts,
        ...['Received 3 May 2017', 'Accepted 9 October 2018', 'KEYWORDS', 'Ferries; timetables'].map(
          (text, i) => line(420, 122 + i * 11, text, 7.5, i === 2 ? 'bold' : 'roman'),
        ),
        line(60, 260, 'Introduction', 11, 'bold'),
        ...box(prose(300, 3), 60, 276, 470, 10).texts,
        line(60, 780, 'CONTACT Mara Lindqvist mara@example.org', 7),
      ],
    },
  ])
  expect(abstract).toBe(ABSTRACT)
  expect(sections.map((s) => s.heading)).toEqual(['Introduction'])
  expect(sections[0]?.blocks.map((b) => b.kind)).toEqual(['paragraph', 'note'])
})

it.each([312, 330])(
  'a table over both columns is one table, with its caption, a column of it at %d',
  async (fourth) => {
    const row = (y: number, cells: string[]) =>
      cells.map((text, i) => line([60, 150, 225, fourth, 400][i] ?? 0, y, text, 8))
    const { sections } = await read([
      {
        texts: [
          ...two(80, 40),
          line(60, 340, 'Table 1. Crossings by archipelago', 8),
          ...row(354, ['Archipelago', '1980–1989', '1990–1999', '2000–2009', 'Remark']),
          ...row(366, ['Northern', '412', '388', '290', 'Ledger damaged']),
          ...row(378, ['Middle', '449', '377', '295', 'Ledger complete']),
          ...row(390, ['Southern', '486', '366', '300', 'Ledger damaged']),
          ...two(430, 50),
        ],
      },
      { texts: two(80, 60, 300) },
    ])
    const tables = sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'table')
    expect(tables.map((t) => t.text)).toEqual([
      'Table 1. Crossings by archipelago\n\nArchipelago\t1980–1989\t1990–1999\t2000–2009\tRemark\nNorthern\t412\t388\t290\tLedger damaged\nMiddle\t449\t377\t295\tLedger complete\nSouthern\t486\t366\t300\tLedger damaged',
    ])
    const text = sections
      .flatMap((s) => s.blocks.filter((b) => b.kind === 'paragraph').map((b) => b.text))
      .join(' ')
    for (const seed of [40, 41, 50, 51]) expect(text).toContain(prose(150, seed))
  },
)

it('a formula of several levels is one block, and a remark says so', async () => {
  const { sections, warnings } = await read([
    {
      texts: [
        ...box(prose(80, 70), 70, 80, 455, 10).texts,
        line(238, 168, 'n', 6),
        line(280, 170, 'p + q', 10, 'italic'),
        line(200, 178, 'W = ', 10, 'italic'),
        line(235, 179, '∑', 14),
        line(330, 178, '+ e', 10, 'italic'),
        line(510, 178, '(1)', 10),
        line(280, 187, '1 + r', 10, 'italic'),
        line(234, 190, 'i = 1', 6),
        ...box(`where the first term is the weight. ${prose(60, 71)}`, 70, 212, 455, 10).texts,
      ],
    },
  ])
  const blocks = sections.flatMap((s) => s.blocks)
  expect(blocks.map((b) => b.kind)).toEqual(['paragraph', 'equation', 'paragraph'])
  expect(blocks[0]?.text).toBe(prose(80, 70))
  expect(blocks[1]?.text).toMatch(/p \+ q[\s\S]*W =[\s\S]*1 \+ r[\s\S]* \(1\)$/)
  expect(blocks[2]?.text).toMatch(/^where the first term/)
  expect(warnings.join()).toContain('Formulas')
})

it('an index in two columns is not read across', async () => {
  const entry = (x: number, i: number, word: string): Text[] => [
    line(x, 100 + i * 12, word),
    line(x + 120, 100 + i * 12, String(10 + i)),
  ]
  const words = [
    'anchor',
    'bell',
    'bridge',
    'council',
    'ferry',
    'harbour',
    'island',
    'keeper',
    'ledger',
    'market',
  ]
  const { sections } = await read([
    { texts: two(80, 30, 300) },
    {
      texts: [
        ...words.flatMap((w, i) => [...entry(60, i, w), ...entry(310, i, `${w}s`)]),
        ...two(260, 34, 200),
      ],
    },
  ])
  const text = sections.flatMap((s) => s.blocks.map((b) => b.text)).join(' ')
  expect(text.indexOf('market')).toBeLessThan(text.indexOf('anchors'))
})
