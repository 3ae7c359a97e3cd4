import { describe, expect, it } from 'vitest'
import { importDocument } from '..'
import { longReport, REFERENCES, twoColumnPaper } from '../testing/paper'
import { type Pdf, pdf, type Text } from '../testing/pdf'
import { prose, setLines } from '../testing/typeset'

const read = (bytes: Uint8Array) => importDocument({ bytes, name: 'paper.pdf', type: 'application/pdf' })
const textOf = (r: Awaited<ReturnType<typeof read>>) =>
  r.sections.flatMap((s) => s.blocks.filter((b) => b.kind === 'paragraph').map((b) => b.text)).join('\n')

const column = (
  x: number,
  top: number,
  parts: string[],
  o: { width?: number; size?: number; indent?: number } = {},
): Text[] => {
  let y = top
  return parts.flatMap((part) => {
    const box = setLines(part, { x, y, width: o.width ?? 455, size: o.size ?? 10, indent: o.indent ?? 0 })
    y = box.y + 8
    return box.texts
  })
}

describe('a paper in two columns', () => {
  const paper = twoColumnPaper(3)

  it('gives title, authors, abstract, sections and bibliography', async () => {
    const r = await read(paper.bytes)
    expect(r.title).toBe('The Ferry Timetable as a Political Document')
    expect(r.authors).toEqual(['Mara Lindqvist', 'Tomás Oyelaran'])
    expect(r.abstract).toMatch(/^This abstract spans both columns\./)
    expect(r.sections.map((s) => s.heading)).toEqual(paper.sections)
    expect(r.bibliography).toEqual(REFERENCES)
  })

  it('reads each column through and joins words broken at line ends', async () => {
    const text = textOf(await read(paper.bytes))
    for (let n = 0; n < 5; n++) {
      for (let p = 0; p < 3; p++) {
        const words = prose(60, n * 7 + p + 1)
        expect(text.replace(/[¹²³]/g, '')).toContain(words)
      }
    }
  })

  it('drops running heads and page numbers', async () => {
    const all = JSON.stringify((await read(paper.bytes)).sections)
    expect(all).not.toContain('Journal of Harbour Studies')
    expect(all).not.toContain('Lindqvist and Oyelaran')
    expect(all).not.toMatch(/\b21[1-3]\b/)
  })

  it('sets footnotes apart, with their marks raised in the text', async () => {
    const r = await read(paper.bytes)
    const notes = r.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'note')
    expect(notes.map((n) => n.text)).toEqual(
      [1, 2, 3].map((n) => `${n} The ledger of that year is lost; see the council's letters instead.`),
    )
    expect(textOf(r)).toMatch(/¹/)
  })
})

describe('layout', () => {
  const page = (texts: Text[]): Pdf => ({ pages: [{ texts }] })

  it('keeps hyphens that belong to the word', async () => {
    const lines = [
      'The neo-classical argument about self-',
      'help and the state-centred view, and the for-',
      'eign ministry of the post-',
      'Cold War years in the mid-',
      '1990s.',
    ]
    const r = await read(pdf(page(lines.map((text, i) => ({ x: 70, y: 100 + i * 12, text })))))
    expect(r.sections[0]?.blocks[0]?.text).toBe(
      'The neo-classical argument about self-help and the state-centred view, and the foreign ministry of the post-Cold War years in the mid-1990s.',
    )
  })

  it('tells levels of headings by their numbers, and by their size where there are none', async () => {
    const headed = (list: [string, number][]) =>
      list.flatMap(([text, size], i): Text[] => [
        { x: 70, y: 80 + i * 120, text, size, face: 'bold' },
        ...column(70, 100 + i * 120, [prose(70, i)]),
      ])
    const numbered = await read(
      pdf(
        page(
          headed([
            ['1 Theory', 12],
            ['1.1 Power', 12],
            ['1.1.1 Measures', 12],
            ['2 Method', 12],
          ]),
        ),
      ),
    )
    expect(numbered.sections.map((s) => s.level)).toEqual([1, 2, 3, 1])
    const sized = await read(
      pdf(
        page(
          headed([
            ['Ferries', 14],
            ['Northern Ferries', 12],
            ['Southern Ferries', 12],
            ['Harbours', 14],
          ]),
        ),
      ),
    )
    expect(sized.sections.map((s) => [s.heading, s.level])).toEqual([
      ['Ferries', 1],
      ['Northern Ferries', 2],
      ['Southern Ferries', 2],
      ['Harbours', 1],
    ])
  })

  it('finds tables with their captions, and figures by theirs', async () => {
    const row = (cells: string[], y: number): Text[] => cells.map((text, i) => ({ x: 90 + i * 120, y, text }))
    const texts = [
      ...column(70, 80, [prose(60, 3)]),
      { x: 90, y: 170, text: 'Table 1. Calls per week in three archipelagos' },
      ...row(['Archipelago', '1980', '2020'], 190),
      ...row(['Northern', '41', '28'], 204),
      ...row(['Middle', '63', '70'], 218),
      ...column(70, 260, [prose(60, 4)]),
      { x: 100, y: 400, text: 'calls', size: 7 },
      { x: 200, y: 420, text: 'year', size: 7 },
      { x: 90, y: 450, text: 'Figure 2. Calls by year.' },
      ...column(70, 490, [prose(60, 5)]),
    ]
    const blocks = (await read(pdf(page(texts)))).sections.flatMap((s) => s.blocks)
    expect(blocks.map((b) => b.kind)).toEqual(['paragraph', 'table', 'paragraph', 'figure', 'paragraph'])
    expect(blocks[1]?.text).toBe(
      'Table 1. Calls per week in three archipelagos\n\nArchipelago\t1980\t2020\nNorthern\t41\t28\nMiddle\t63\t70',
    )
    expect(blocks[3]?.text).toBe('Figure 2. Calls by year.')
  })

  it('joins Chinese and Japanese lines without a space, Korean ones with one', async () => {
    const lines = [
      '섬의 여객선 시간표는 종이에',
      '인쇄된 약속이다.',
      '渡轮时刻表是印在',
      '纸上的承诺。',
      'フェリーの時刻表は紙',
      'に印刷された約束である。',
    ]
    const texts = lines.map((text, i) => ({ x: 70, y: 100 + i * 14 + Math.floor(i / 2) * 20, text }))
    const blocks = (await read(pdf(page(texts)))).sections.flatMap((s) => s.blocks)
    expect(blocks.map((b) => b.text)).toEqual([
      '섬의 여객선 시간표는 종이에 인쇄된 약속이다.',
      '渡轮时刻表是印在纸上的承诺。',
      'フェリーの時刻表は紙に印刷された約束である。',
    ])
  })

  it('makes lists, quotations, formulas and code what they are', async () => {
    const texts: Text[] = [
      ...column(70, 80, [prose(50, 6)]),
      { x: 80, y: 160, text: '• Who asked for the morning boat?' },
      { x: 80, y: 173, text: '• Who paid for it?' },
      ...column(70, 200, [prose(50, 7)]),
      ...column(100, 280, [prose(45, 8)], { width: 390 }),
      ...column(70, 350, [prose(50, 9)]),
      { x: 250, y: 430, text: 'a = b + c' },
      { x: 500, y: 430, text: '(3)' },
      ...column(70, 460, [prose(50, 10)]),
      { x: 90, y: 540, text: 'for harbour in harbours:', face: 'mono' },
      { x: 114, y: 552, text: 'count(harbour)', face: 'mono' },
      ...column(70, 580, [prose(50, 11)]),
    ]
    const blocks = (await read(pdf(page(texts)))).sections.flatMap((s) => s.blocks)
    expect(blocks.map((b) => b.kind)).toEqual([
      'paragraph',
      'list',
      'paragraph',
      'quote',
      'paragraph',
      'equation',
      'paragraph',
      'code',
      'paragraph',
    ])
    expect(blocks[1]?.text).toBe('- Who asked for the morning boat?\n- Who paid for it?')
    expect(blocks[7]?.text).toBe('for harbour in harbours:\n    count(harbour)')
  })

  it('recognises a numbered bibliography without indents', async () => {
    const refs = [1, 2, 3, 4].map(
      (n) => `[${n}] A. Author, The Book of Ferries ${n}, Harbour Press, ${1990 + n}.`,
    )
    const texts = [
      ...column(70, 80, [`${prose(80, 12)}`]),
      { x: 70, y: 200, text: 'References', size: 12, face: 'bold' as const },
      ...refs.map((text, i) => ({ x: 70, y: 220 + i * 13, text })),
    ]
    expect((await read(pdf(page(texts)))).bibliography).toEqual(refs)
  })

  it('puts a paragraph together across pages', async () => {
    const whole = prose(150, 13)
    const box = setLines(whole, { x: 70, y: 80, width: 455 })
    const half = Math.ceil(box.texts.length / 2)
    const pages = [box.texts.slice(0, half), box.texts.slice(half).map((t, i) => ({ ...t, y: 80 + i * 12 }))]
    const r = await read(pdf({ pages: pages.map((texts) => ({ texts })) }))
    expect(r.sections[0]?.blocks).toEqual([{ kind: 'paragraph', text: whole }])
  })
})

describe('a long report', () => {
  it('of 40 pages takes less than five seconds and tells how far it is', async () => {
    const bytes = pdf(longReport(40))
    const seen: [number, number][] = []
    const started = performance.now()
    const r = await importDocument(
      { bytes, name: 'report.pdf' },
      { progress: (done, total) => seen.push([done, total]) },
    )
    expect(performance.now() - started).toBeLessThan(5000)
    expect(r.sections).toHaveLength(10)
    expect(seen.map(([done]) => done)).toEqual(Array.from({ length: 41 }, (_, i) => i))
    expect(seen.every(([, total]) => total === 40)).toBe(true)
  })

  it('stops when cancelled', async () => {
    const stop = new AbortController()
    const progress = (done: number) => {
      if (done === 5) stop.abort()
    }
    const work = importDocument(
      { bytes: pdf(longReport(40)), name: 'report.pdf' },
      { signal: stop.signal, progress },
    )
    await expect(work).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' })
  })
})
