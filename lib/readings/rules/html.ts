import { escapeHtml } from '@/lib/html'
import type { SectionBlock } from '../schema'
import { blockStarts } from './blocks'
import { formulaHtml } from './formula'
import { tableHtml } from './html-table'
import { marked, parts, type Words } from './marked'

const hasHangul = (text: string): boolean => /[\uac00-\ud7af\u1100-\u11ff]/.test(text)

const element =
  (tag: string) =>
  (words: Words, attributes: string): string =>
    `<${tag} ${attributes}>${marked(words)}</${tag}>`

/** The parser drops a line feed right after `<pre>`. */
const pre = (words: Words, attributes: string): string =>
  `<pre ${attributes}>${words.text.startsWith('\n') ? '\n' : ''}${marked(words)}</pre>`

/** Lines with their marks ("- ", "2. ") as items; a dash is shown as a bullet, and stays in the text. */
function listHtml(words: Words, attributes: string): string {
  const { text } = words
  const items = [...parts(text, '\n')].map(([from, to]) => {
    const [whole = '', indent = '', sign = ''] =
      /^(\s*)([-–•*]\s+|(?:\d{1,3}|[a-z])[.)]\s+)?/.exec(text.slice(from, to)) ?? []
    const kind = /^\w/.test(sign) ? 'no' : sign ? 'dash' : ''
    const mark = whole ? `<span class="m ${kind}">${escapeHtml(whole)}</span>` : ''
    const depth = Math.min(4, indent.length >> 1)
    return `<li class="d${depth}">${mark}${marked(words, from + whole.length, to)}</li>`
  })
  return `<ul ${attributes}>${items.join('\n')}</ul>`
}

/**
 * The source is the text: it can be selected, quoted and searched, which MathML's own text (its parts, then the source
 * again) cannot. The formula as it is printed stands over it, outside of what offsets count.
 */
function equationHtml(words: Words, attributes: string): string {
  const formula = formulaHtml(words.text)
  return (formula ? `<div class="formula">${formula}</div>` : '') + pre(words, attributes)
}

const RENDER: Record<SectionBlock['kind'], (words: SectionBlock, attributes: string) => string> = {
  paragraph: element('p'),
  quote: element('blockquote'),
  list: listHtml,
  table: tableHtml,
  figure: (words, attributes) => `<figure>${element('figcaption')(words, attributes)}</figure>`,
  note: element('p'),
  equation: equationHtml,
  code: pre,
  heading: (words, attributes) => element(`h${Math.min(4, words.level ?? 2)}`)(words, attributes),
}

/**
 * The section as one string of HTML, from plain text that we escape ourselves: imported text can carry no markup.
 * The text of each element with `data-at` is the block's text to the letter, and `data-at` is where it begins in the
 * section's text, so the browser maps a selection to offsets without a table.
 */
export function sectionHtml(blocks: readonly SectionBlock[]): string {
  const starts = blockStarts(blocks)
  return blocks
    .map((block, i) => {
      const label = block.label ? escapeHtml(block.label) : ''
      const number = label
        ? `<a class="n" href="#p${label}" aria-label="Paragraph ${label}">${label}</a>`
        : ''
      const lang = hasHangul(block.text) ? ' lang="ko"' : ''
      const id = label ? ` id="p${label}"` : ''
      const words = RENDER[block.kind](block, `data-at="${starts[i]}"${lang}`)
      return `<div class="block block-${block.kind}"${id} data-block="${i}">${number}${words}</div>`
    })
    .join('')
}
