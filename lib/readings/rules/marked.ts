import { escapeHtml } from '@/lib/html'
import type { Mark } from '../schema'

const OPEN: Record<Mark[2], [string, string]> = {
  lead: ['<b class="lead">', '</b>'],
  em: ['<em>', '</em>'],
  strong: ['<b>', '</b>'],
}

export type Words = { text: string; marks?: readonly Mark[] | undefined }

/**
 * The words from `from` to `to` with their marks as elements. Marks that overlap, leave the text or cross the ends are
 * dropped rather than mis-nested.
 */
export function marked({ text, marks = [] }: Words, from = 0, to = text.length): string {
  let html = ''
  let at = from
  for (const [start, end, kind] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at || end > to || end <= start) continue
    const [open, close] = OPEN[kind]
    html += escapeHtml(text.slice(at, start)) + open + escapeHtml(text.slice(start, end)) + close
    at = end
  }
  return html + escapeHtml(text.slice(at, to))
}

/** Where each part begins and ends, without what parts them. */
export function* parts(text: string, by: string, from = 0, to = text.length): Generator<[number, number]> {
  for (let at = from; at <= to; ) {
    const found = text.indexOf(by, at)
    const end = found < 0 || found > to ? to : found
    yield [at, end]
    at = end + by.length
  }
}
