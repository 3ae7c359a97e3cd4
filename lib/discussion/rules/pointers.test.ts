import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown'
import { markPointers } from './pointers'

const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'annlee', name: 'Ann Lee' },
  { id: 'min', name: '김민수' },
  { id: 'twin1', name: 'Kim Park' },
  { id: 'twin2', name: 'Kim Park' },
]
const mark = (body: string) => markPointers(renderMarkdown(body), people)

describe('names and tags in a body', () => {
  test('the longest name counts, in any case, and both who bear it', () => {
    expect(mark('Ask @Ann Lee about it').mentioned).toEqual(['annlee'])
    expect(mark('Ask @ann about it').mentioned).toEqual(['ann'])
    expect(mark('@Kim Park?').mentioned.sort()).toEqual(['twin1', 'twin2'])
    expect(mark('@김민수, 어떻게 생각해요?').mentioned).toEqual(['min'])
    expect(mark('@Annabel and me@ann.example').mentioned).toEqual([])
  })

  test('tags are kept in small letters; headings, colours of code, links and numbers are none', () => {
    expect(mark('See #Method and #method-two').tags).toEqual(['method', 'method-two'])
    expect(mark('`#code` #1 [a](https://x.example/#part) R&D').tags).toEqual([])
    expect(mark('#한국 and <b>').tags).toEqual(['한국'])
  })

  test('set apart, and nothing else is changed', () => {
    expect(mark('Hi @Ann').html).toBe('<p>Hi <span class="mention">@Ann</span></p>')
    const words = fc.array(
      fc.constantFrom(
        '@Ann',
        '@Ann Lee',
        '#tag',
        '<b>',
        '"',
        '&',
        '`',
        '[x](http://a "t>b #q @Ann")',
        'a',
        '\n\n',
        '$x$',
        '*',
        '|',
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(words, (list) => {
        const html = renderMarkdown(list.join(' '))
        const bare = markPointers(html, people).html.replace(
          /<span class="(?:mention|tag)">([^<]*)<\/span>/g,
          '$1',
        )
        expect(bare).toBe(html.replace(/<span class="(?:mention|tag)">([^<]*)<\/span>/g, '$1'))
      }),
    )
  })
})
