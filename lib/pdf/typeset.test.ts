import { create } from 'fontkit'
import { expect, test, vi } from 'vitest'
import { renderMarkdown } from '@/lib/markdown'
import { readPdf } from '@/lib/testing/pdf-text'
import { facedRuns } from './faces'
import { htmlBlocks } from './from-html'
import { MISSING_WORDS, shownCodes, visible } from './missing'
import type { Block } from './model'
import { typeset } from './typeset'

// fonts are made the first time that they are used, which a busy machine takes its time for
vi.setConfig({ testTimeout: 60_000 })

type Leaf = { type: string; id?: string }
type Tree = { role: string; lang?: string; children?: (Tree | Leaf)[] }

/** "P", "L(LI(Lbl LBody(P)))": the roles of what stands in it, without what is drawn. */
function shape({ role, children = [] }: Tree): string {
  const inner = children.flatMap((child) => ('role' in child ? [shape(child)] : []))
  return inner.length ? `${role}(${inner.join(' ')})` : role
}

async function paper(markdown: string, more: Block[] = []) {
  const blocks = [...more, ...htmlBlocks(renderMarkdown(markdown), { origin: 'https://example.org' })]
  const bytes = await typeset({ title: 'A paper', blocks, foot: 'A paper', at: new Date(0) })
  const { pdf, pages, text } = await readPdf(bytes)
  const texts = await Promise.all(pages.map((page) => page.getTextContent({ includeMarkedContent: true })))
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as (Tree | null)[]
  return { pdf, texts, text, trees, shapes: trees.map((t) => t && shape(t)) }
}

test('headings, paragraphs, lists, quotations and links are tagged as what they are, in reading order', async () => {
  const title: Block = { runs: [{ text: 'Title' }], size: 20, before: 0, indent: 0, tag: 'H1', mark: 'T1' }
  const { shapes, pdf } = await paper(
    'First [a link](https://example.org/a).\n\n## Within\n\n- one\n- two\n  1. inner\n\n> Quoted.\n>\n> Twice.\n\n    code',
    [title],
  )
  expect(shapes).toEqual([
    'Root(Document(H1 P(Link) H3 L(LI(Lbl LBody(P)) LI(Lbl LBody(P L(LI(Lbl LBody(P)))))) BlockQuote(P P) Code))',
  ])
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: 'A paper', Language: 'en' })
})

test('everything that is drawn is an artifact or belongs to the structure, over the end of a page too', async () => {
  const { texts, shapes, trees } = await paper(
    `${'> One of many words in a long quotation.\n>\n'.repeat(60)}`,
  )
  expect(texts.length).toBeGreaterThan(1)
  for (const [i, { items }] of texts.entries()) {
    let [depth, loose] = [0, '']
    for (const item of items)
      if ('str' in item) loose += depth === 0 ? item.str.trim() : ''
      else depth += item.type === 'endMarkedContent' ? -1 : 1
    expect([depth, loose]).toEqual([0, ''])
    expect(shapes[i]).toMatch(/^Root\(Document\(BlockQuote\(P( P)*\)\)\)$/)
    expect(JSON.stringify(trees[i])).not.toContain('2 of')
  }
})

test('what no font has is given by its number, and the paper says so; what is there stays as it is', async () => {
  const { text } = await paper('A 👩‍🚀 and 们 and ⴰ, but 주체 思想 β ж ễ “so” – 1 → 2.')
  expect(text).toContain('A [U+1F469 U+1F680] and [U+4EEC] and [U+2D30]')
  // where the font changes, what is read back has a space
  expect(text.replaceAll(' ', '')).toContain('주체思想βжễ“so”–1→2.')
  expect(text).toContain(MISSING_WORDS.slice(0, 40))
  expect((await paper('Nothing amiss: 주체, 核.')).text).not.toContain('U+')
})

test('no glyph is the font’s empty box, whatever the characters', async () => {
  const some = (from: number, step: number, n: number) =>
    Array.from({ length: n }, (_, i) => String.fromCodePoint(from + i * step)).join('')
  const text = some(0x21, 1, 94) + some(0xa1, 11, 700) + some(0x4e00, 2711, 8) + some(0xac00, 1409, 8)
  const { faced, fonts, missing } = await facedRuns([{ text }, { text: 'A → B', bold: true, italic: true }])
  const opened = new Map([...fonts].map(([name, font]) => [name, create(font)]))
  const boxes = faced.flatMap(({ text, font }) =>
    [...text].filter((c) => !opened.get(font)?.hasGlyphForCodePoint(c.codePointAt(0) ?? 0)),
  )
  expect([boxes, missing]).toEqual([[], true])
})

test('nothing unseen reaches the paper, and spaces are of one kind', () => {
  expect(visible('a\u200db\u00ad\u202ec\u3000d\te\u0000\nf\ufe0f')).toBe('abc d e\nf')
  expect(shownCodes('')).toBe('')
})
