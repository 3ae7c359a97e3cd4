import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '.'

describe('what people write', () => {
  test('is set as paragraphs, emphasis, lists, quotations, tables and mathematics', () => {
    expect(renderMarkdown('One.\n\nTwo.')).toBe('<p>One.</p>\n<p>Two.</p>')
    expect(renderMarkdown('A *weak* and **strong** word')).toContain(
      '<em>weak</em> and <strong>strong</strong>',
    )
    expect(renderMarkdown('- one\n- two')).toContain('<li>one</li>')
    expect(renderMarkdown('> said')).toContain('<blockquote>')
    expect(renderMarkdown('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>1</td>')
    expect(renderMarkdown('$x^2$')).toContain('<math')
  })

  test('keeps its words where it looks like markup', () => {
    const html = renderMarkdown('Look: <script>alert(1)</script> & <b>bold</b>')
    expect(html).not.toMatch(/<script|<b>/)
    expect(html).toContain('alert(1)')
    expect(renderMarkdown('<iframe src="x">')).toContain('&#x3C;iframe')
  })

  test('links lead to the web and to mail alone', () => {
    expect(renderMarkdown('[a](https://example.org)')).toContain('href="https://example.org"')
    expect(renderMarkdown('[a](javascript:alert(1))')).not.toContain('javascript')
    expect(renderMarkdown('[a](data:text/html,x)')).not.toContain('data:')
  })

  test('loads nothing from elsewhere', () => {
    expect(renderMarkdown('![a](https://example.org/x.png)')).not.toMatch(/<img|src=/)
  })

  test('never becomes a script, a style, an event handler or a frame', () => {
    const pieces = fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '[x](javascript:alert(1))',
        '$\\href{javascript:a}{x}$',
      ],
      ...[
        '<svg/onload=a>',
        '`',
        '**',
        '> ',
        '\n',
        '$',
        '<style>*{}</style>',
        '[',
        '](',
        ')',
        '<a href="',
        'data:text/html',
        '"',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const html = renderMarkdown(parts.join(' '))
        const tags = html.match(/<[a-z][^>]*>/gi) ?? []
        for (const tag of tags) {
          expect(tag).not.toMatch(/^<(script|style|iframe|img|svg|object|form|input)/i)
          expect(tag).not.toMatch(/\son[a-z]+\s*=/i)
          expect(tag).not.toMatch(/(href|src)\s*=\s*"\s*(javascript|data):/i)
        }
      }),
      { numRuns: 200 },
    )
  })
})
