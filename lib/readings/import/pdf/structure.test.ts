import { describe, expect, it } from 'vitest'
import { importDocument } from '..'
import { type Element, pdf } from '../testing/pdf'
import { prose } from '../testing/typeset'

type Item = { role: string; text: string; x?: number; alt?: string }

/** One marked piece of text a line, top to bottom, and an element for each. */
function tagged(items: Item[], wrap: (e: Element[]) => Element[] = (e) => e) {
  const texts = items.map((it, i) => ({ x: it.x ?? 70, y: 80 + i * 20, text: it.text, tag: i }))
  const elements = items.map((it, id) => ({
    role: it.role,
    mark: { page: 0, id },
    ...(it.alt ? { alt: it.alt } : {}),
  }))
  const furniture = { x: 500, y: 30, text: 'Confidential draft 17' }
  return pdf({
    pages: [{ texts: [furniture, ...texts] }],
    tree: [{ role: 'Document', children: wrap(elements) }],
    title: 'Ferries and Their Times',
  })
}

const read = (bytes: Uint8Array) => importDocument({ bytes, name: 'tagged.pdf' })

describe('a tagged PDF', () => {
  it('is read by its tags, not by its looks', async () => {
    const bytes = tagged([
      { role: 'H1', text: 'Introduction' },
      { role: 'P', text: prose(12, 1) },
      { role: 'H2', text: 'looks like prose but is tagged as a heading' },
      { role: 'P', text: prose(12, 2) },
      { role: 'BlockQuote', text: 'A timetable is a constitution.' },
      { role: 'Note', text: '1 See the ledger.' },
      { role: 'Figure', text: '', alt: 'A map of the harbours' },
      { role: 'Formula', text: 'a = b' },
    ])
    const r = await read(bytes)
    expect(r.title).toBe('Ferries and Their Times')
    expect(r.sections.map((s) => [s.level, s.heading])).toEqual([
      [1, 'Introduction'],
      [2, 'looks like prose but is tagged as a heading'],
    ])
    expect(r.sections[1]?.blocks.map((b) => b.kind)).toEqual([
      'paragraph',
      'quote',
      'note',
      'figure',
      'equation',
    ])
    expect(JSON.stringify(r)).not.toContain('Confidential')
  })

  it('keeps tables and lists', async () => {
    const items: Item[] = [
      { role: 'H1', text: 'Sources' },
      { role: 'P', text: prose(12, 3) },
      ...['Island', 'Calls', 'North', '41'].map((text, i) => ({ role: 'TD', text, x: 70 + (i % 2) * 100 })),
      { role: 'Lbl', text: '1.' },
      { role: 'LBody', text: 'the morning boat' },
    ]
    const bytes = tagged(items, (e) => {
      const rows = [e.slice(2, 4), e.slice(4, 6)].map((children) => ({ role: 'TR', children }))
      return [
        ...e.slice(0, 2),
        { role: 'Table', children: rows },
        { role: 'L', children: [{ role: 'LI', children: e.slice(6) }] },
      ]
    })
    const [section] = (await read(bytes)).sections
    expect(section?.blocks.slice(1)).toEqual([
      { kind: 'table', text: 'Island\tCalls\nNorth\t41' },
      { kind: 'list', text: '1. the morning boat' },
    ])
  })

  it('is read by its looks where the tags tell nothing', async () => {
    const bytes = pdf({
      pages: [
        {
          texts: [
            { x: 70, y: 80, text: 'Introduction', size: 14, face: 'bold', tag: 0 },
            { x: 70, y: 110, text: prose(12, 4), tag: 1 },
          ],
        },
      ],
      tree: [0, 1].map((id) => ({ role: 'P', mark: { page: 0, id } })),
    })
    expect((await read(bytes)).sections.map((s) => s.heading)).toEqual(['Introduction'])
  })
})
