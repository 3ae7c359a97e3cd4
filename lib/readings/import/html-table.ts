import { inlineText, tagOf } from './html-inline'
import { formatTable } from './table'
import { inline } from './text'

const WIDEST = 60

export function htmlTable(e: Element, caption = ''): string {
  const own = e.querySelector('caption')
  const rows = rowsOf(e).map((tr) => cellsOf(tr))
  const named = caption || (own ? inline(inlineText(own)) : '')
  return formatTable(named ? { caption: named, rows } : { rows })
}

/** Rows of this table, not of one inside it. */
const rowsOf = (e: Element) => [...e.querySelectorAll('tr')].filter((tr) => tr.closest('table') === e)

function cellsOf(tr: Element): string[] {
  const out: string[] = []
  for (const td of tr.children) {
    if (!/^(?:td|th)$/.test(tagOf(td))) continue
    out.push(inlineText(td))
    // A cell over several columns keeps the ones after it in their place.
    const span = Math.min(WIDEST, Number(td.getAttribute('colspan') ?? 1) || 1)
    for (let i = 1; i < span; i++) out.push('')
  }
  return out
}

/** Old pages lay text out in tables: one cell a row, or whole sections in a cell. */
export function isLayoutTable(e: Element): boolean {
  if (/^(?:presentation|none)$/.test(e.getAttribute('role') ?? '')) return true
  const rows = rowsOf(e)
  if (rows.length === 0) return true
  const widest = Math.max(...rows.map((tr) => tr.children.length))
  if (widest <= 1 && !e.querySelector('th, caption')) return true
  return e.querySelector('td h1, td h2, td h3, td table, td article') !== null
}
