import { marked, parts, type Words } from './marked'

/**
 * A table block (lib/readings/import/table.ts: a caption and an empty line, then a row a line with tabs between the
 * cells) as a table. The tabs and line ends stand between the cells as they are: the HTML parser keeps white space
 * inside a table where it stands, and no browser paints it there. So the element's text is the block's, to the letter.
 */
export function tableHtml(words: Words, attributes: string): string {
  const { text } = words
  const gap = text.indexOf('\n\n')
  const caption = gap > 0 ? `<caption>${marked(words, 0, gap)}</caption>\n\n` : ''
  const lines = [...parts(text, '\n', gap > 0 ? gap + 2 : 0)]
  const rows = lines.map(([from, to]) => [...parts(text, '\t', from, to)])
  const width = Math.max(...rows.map((row) => row.length))
  const headed = isHeaded(text, rows)
  const html = rows.map((row, i) => {
    const tag = i === 0 && headed ? 'th scope="col"' : 'td'
    const cells = row.map(([from, to]) => cell(tag, marked(words, from, to)))
    return `<tr>${cells.join('\t')}${cell(tag, '').repeat(width - row.length)}</tr>`
  })
  return `<div class="frame" role="region" tabindex="0" aria-label="Table"><table ${attributes}>${caption}<tbody>${html.join('\n')}</tbody></table></div>`
}

const cell = (tag: string, html: string): string => `<${tag}>${html}</${tag.slice(0, 2)}>`

/** A first row of words over others is taken for their names; one with a number in it is a row like the rest. */
function isHeaded(text: string, [first = [], ...rest]: [number, number][][]): boolean {
  const cells = first.map(([from, to]) => text.slice(from, to).trim())
  return rest.length > 0 && cells.length > 1 && cells.slice(1).every((c) => /\p{L}/u.test(c))
}
