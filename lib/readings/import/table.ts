import { inline } from './text'

/**
 * A table as the text of its block: the caption if there is one and an empty line, then a row a line with
 * a tab between cells. It reads well as plain text, anchors like any text, and `parseTable` gives it back.
 */
export type Table = { caption?: string; rows: string[][] }

const cell = (text: string) => inline(text).replace(/\t/g, ' ')

export function formatTable({ caption, rows }: Table): string {
  const full = rows.map((r) => r.map(cell)).filter((r) => r.some(Boolean))
  const body = full.map((r) => r.join('\t').replace(/\t+$/, '')).join('\n')
  const head = caption ? inline(caption) : ''
  return head && body ? `${head}\n\n${body}` : head || body
}

export function parseTable(text: string): Table {
  const at = text.indexOf('\n\n')
  const caption = at < 0 ? undefined : text.slice(0, at)
  const rows = (at < 0 ? text : text.slice(at + 2)).split('\n').map((r) => r.split('\t'))
  const width = Math.max(...rows.map((r) => r.length))
  const full = rows.map((r) => [...r, ...Array<string>(width - r.length).fill('')])
  return caption === undefined ? { rows: full } : { caption, rows: full }
}
