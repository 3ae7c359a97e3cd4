import type { Mark, SectionBlock } from '../schema'
import { blockStarts } from './blocks'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c)

const OPEN: Record<Mark[2], [string, string]> = {
  lead: ['<b class="lead">', '</b>'],
  em: ['<em>', '</em>'],
  strong: ['<b>', '</b>'],
}

/** Text with its marks as elements. Marks that overlap or leave the text are dropped rather than mis-nested. */
function marked(text: string, marks: readonly Mark[] = []): string {
  let html = ''
  let at = 0
  for (const [start, end, kind] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > text.length || end <= start) continue
    const [open, close] = OPEN[kind]
    html += escapeHtml(text.slice(at, start)) + open + escapeHtml(text.slice(start, end)) + close
    at = end
  }
  return html + escapeHtml(text.slice(at))
}

const TAGS: Record<SectionBlock['kind'], string> = {
  paragraph: 'p',
  quote: 'blockquote',
  list: 'p',
  table: 'pre',
  figure: 'figure',
  note: 'p',
  equation: 'pre',
  code: 'pre',
}

const hasHangul = (text: string): boolean => /[\uac00-\ud7af\u1100-\u11ff]/.test(text)

/**
 * The section as one string of HTML, from plain text that we escape ourselves: imported text can carry no markup.
 * The text of each element with `data-at` is the block's text to the letter, and `data-at` is where it begins in the
 * section's text, so the browser maps a selection to offsets without a table.
 */
export function sectionHtml(blocks: readonly SectionBlock[]): string {
  const starts = blockStarts(blocks)
  return blocks
    .map((block, i) => {
      const tag = TAGS[block.kind]
      const label = block.label ? escapeHtml(block.label) : ''
      const number = label
        ? `<a class="n" href="#p${label}" aria-label="Paragraph ${label}">${label}</a>`
        : ''
      const lang = hasHangul(block.text) ? ' lang="ko"' : ''
      const id = label ? ` id="p${label}"` : ''
      return `<div class="block block-${block.kind}"${id} data-block="${i}">${number}<${tag} data-at="${starts[i]}"${lang}>${marked(block.text, block.marks)}</${tag}></div>`
    })
    .join('')
}
