import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { BLOCK_KINDS, type SectionBlock } from '../schema'
import { blockStarts } from './blocks'
import { sectionHtml } from './html'

/** The text of each element that offsets count in, from the string alone: tags out, entities back. */
function texts(html: string): string[] {
  const decode = (s: string) =>
    s
      .replace(/<[^>]*>/g, '')
      .replace(/&#13;/g, '\r')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&gt;/g, '>')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&')
  return [...html.matchAll(/<(\w+) data-at="\d+"[^>]*>([\s\S]*?)<\/\1>/g)].map(([, tag, inside = '']) =>
    decode(tag === 'pre' ? inside.replace(/^\n/, '') : inside),
  )
}

const block = (kind: SectionBlock['kind'], text: string, more = {}): SectionBlock => ({ kind, text, ...more })

describe('the section as HTML', () => {
  test('says every block to the letter, whatever its kind', () => {
    const signs = fc.constantFrom(
      'a',
      'Wörter',
      '조선',
      ' ',
      '  ',
      '\t',
      '\n',
      '- ',
      '1. ',
      '<b>',
      '&',
      '"',
      "'",
      '\r',
      '\\frac{a}{b}',
    )
    const text = fc.array(signs, { minLength: 1, maxLength: 14 }).map((s) => s.join(''))
    const any = fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), text })
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (blocks) => {
        const html = sectionHtml(blocks)
        expect(texts(html)).toEqual(blocks.map((b) => b.text))
        const at = [...html.matchAll(/data-at="(\d+)"/g)].map(([, n]) => Number(n))
        expect(at).toEqual(blockStarts(blocks))
      }),
    )
  })

  test('a table keeps its tabs and line ends between the cells, also for a parser', () => {
    const text = 'Table 1. Tests\n\nYear\tTests\n2016\t2\n2017'
    const html = sectionHtml([block('table', text)])
    const { document } = parseHTML(`<html><body>${html}</body></html>`)
    expect(document.querySelector('table')?.textContent).toBe(text)
    expect(document.querySelectorAll('th')).toHaveLength(2)
    expect(document.querySelectorAll('td')).toHaveLength(4)
    expect(document.querySelector('caption')?.textContent).toBe('Table 1. Tests')
  })

  test('a formula is printed over its source, which is the text', () => {
    const html = sectionHtml([block('equation', 'x^2 + y_1')])
    expect(html).toContain('<math')
    expect(texts(html)).toEqual(['x^2 + y_1'])
    expect(sectionHtml([block('equation', '\\notacommand{')])).not.toContain('<math')
  })

  test('imported text can carry no markup', () => {
    for (const kind of BLOCK_KINDS)
      expect(sectionHtml([block(kind, '<img src=x onerror=alert(1)>\t<script>')])).not.toMatch(
        /<(img|script)/,
      )
  })

  test('headings inside a section stand below its own', () => {
    expect(sectionHtml([block('heading', 'Sources', { level: 3 })])).toContain('<h3 data-at="0">Sources</h3>')
  })
})
