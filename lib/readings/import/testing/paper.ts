import { type Page, type Pdf, pdf, type Text } from './pdf'
import { prose, setLines } from './typeset'

const HEAD = 'Journal of Harbour Studies 12 (2)'

/** A made-up paper in two columns: title, authors, abstract, numbered sections, notes, running heads, references. */
export function twoColumnPaper(pageCount = 3): { bytes: Uint8Array; sections: string[] } {
  const sections: string[] = []
  const pages = Array.from({ length: pageCount }, (_, i) => twoColumnPage(i, pageCount, sections))
  return { bytes: pdf({ pages }), sections }
}

function twoColumnPage(i: number, count: number, sections: string[]): Page {
  const texts: Text[] = [
    { x: 60, y: 40, text: i % 2 ? HEAD : 'Lindqvist and Oyelaran', size: 8 },
    { x: 520, y: 40, text: String(211 + i), size: 8 },
  ]
  let top = 70
  if (i === 0) top = frontMatter(texts)
  const columns = [60, 310]
  const last = i === count - 1
  columns.forEach((x, c) => {
    let y = top
    if (!(last && c === 1)) y = section(texts, sections, x, y, i * 2 + c)
    if (last && c === 1) y = references(texts, x, y)
    if (c === 0) {
      const note = setLines(`${i + 1} The ledger of that year is lost; see the council's letters instead.`, {
        x,
        y: 760,
        width: 225,
        size: 8,
      })
      texts.push(...note.texts.map((t, k) => (k === 0 ? { ...t, text: t.text.slice(2), x: x + 6 } : t)))
      texts.push({ x, y: 757, text: String(i + 1), size: 5 })
    }
  })
  return { texts }
}

function frontMatter(texts: Text[]): number {
  texts.push({ x: 120, y: 90, text: 'The Ferry Timetable as a Political Document', size: 18, face: 'bold' })
  texts.push({ x: 200, y: 115, text: 'Mara Lindqvist and Tomás Oyelaran', size: 11 })
  texts.push({ x: 220, y: 130, text: 'University of the Northern Isles', size: 9 })
  texts.push({ x: 270, y: 155, text: 'Abstract', size: 10, face: 'bold' })
  const box = setLines(`This abstract spans both columns. ${prose(45, 99)}`, {
    x: 100,
    y: 170,
    width: 395,
    size: 9,
  })
  texts.push(...box.texts)
  return box.y + 30
}

/** A numbered heading, paragraphs with first-line indents, and the raised mark of the page's note. */
function section(texts: Text[], sections: string[], x: number, top: number, n: number): number {
  const heading = `${n + 1}. ${['Introduction', 'Theory', 'Bargains in Print', 'Sources', 'Results', 'Conclusion'][n] ?? `Harbour Number ${n}`}`
  sections.push(heading)
  texts.push({ x, y: top, text: heading, size: 12, face: 'bold' })
  let y = top + 18
  for (let p = 0; p < 3; p++) {
    const box = setLines(prose(60, n * 7 + p + 1), { x, y, width: 225, indent: p ? 12 : 0 })
    texts.push(...box.texts)
    if (n % 2 === 0 && p === 0) texts.push(markAfter(box.texts, String(n / 2 + 1)))
    y = box.y
  }
  return y
}

/** Right after the end of the last line, at a guess of its width that the reader must cope with. */
function markAfter(lines: Text[], mark: string): Text {
  const line = lines.at(-1) ?? { x: 0, y: 0, text: '' }
  return { x: line.x + line.text.length * 4.25, y: line.y - 3.5, text: mark, size: 6 }
}

export const REFERENCES = [
  'Abara, Chidi. 1998. Small Harbours and the People Who Wait in Them. Lagos: Delta Press.',
  'Lindqvist, Mara. 2011. Reading the Boat. Journal of Coastal Studies 4 (2): 11–29.',
  'Oyelaran, Tomás. 2016. Promises in Print: Timetables and Their Readers. Lisbon: Maré.',
]

function references(texts: Text[], x: number, top: number): number {
  texts.push({ x, y: top, text: 'References', size: 12, face: 'bold' })
  let y = top + 18
  for (const r of REFERENCES) {
    const box = setLines(r, { x, y, width: 225, hang: 14 })
    texts.push(...box.texts)
    y = box.y
  }
  return y
}

/** A long report in one column, for timing and for progress. */
export function longReport(pages: number): Pdf {
  return {
    pages: Array.from({ length: pages }, (_, i) => {
      const texts: Text[] = [{ x: 290, y: 815, text: String(i + 1), size: 9 }]
      if (i % 4 === 0)
        texts.push({ x: 70, y: 70, text: `${i / 4 + 1} Harbour Number ${i / 4 + 1}`, size: 14, face: 'bold' })
      let y = 95
      for (let p = 0; y < 720; p++) {
        const box = setLines(prose(90, i * 11 + p), { x: 70, y, width: 455, indent: 14 })
        texts.push(...box.texts)
        y = box.y
      }
      return { texts }
    }),
  }
}
