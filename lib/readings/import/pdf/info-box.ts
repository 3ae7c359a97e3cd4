import { type Row, rowsOf } from './rows'
import type { PageText, Span } from './types'

/**
 * What journals set beside the abstract or the title of a first page: dates, keywords, licence, how to cite. It is no
 * text, and its lines would be read in between those of the abstract.
 */
export function withoutInfoBox(page: PageText): { page: PageText; found: boolean } {
  const rows = rowsOf(page.spans)
  const box = new Set([...besideAbstract(rows), ...besideTitle(rows, page)])
  return { page: { ...page, spans: page.spans.filter((s) => !box.has(s)) }, found: box.size > 0 }
}

const bare = (text: string) => text.replace(/\s/g, '').toLowerCase()
const isInfo = (text: string) =>
  /^(?:article(?:info(?:rmation)?|history)|articleinfo|keywords?|history)$/.test(bare(text))
const isAbstract = (text: string) => /^(?:abstract|summary)$/.test(bare(text))

/** "Article info" and "Abstract" on one line, whichever comes first: the box goes down as far as its column is free. */
function besideAbstract(rows: Row[]): Span[] {
  for (const [i, row] of rows.entries()) {
    const info = row.cells.find((c) => isInfo(c.text))
    const abstract = row.cells.find((c) => isAbstract(c.text))
    if (!info || !abstract) continue
    const bound = Math.max(info.x, abstract.x) - 2
    const inBox = (s: Span) => (info.x < abstract.x ? s.right <= bound + 1 : s.x >= bound)
    const down = rows.slice(i)
    const end = down.findIndex(
      (r, k) =>
        r.spans.some((s) => s.x < bound && s.right > bound + 2) || (k > 1 && startsText(r, down[1], inBox)),
    )
    return down.slice(0, end < 0 ? undefined : end).flatMap((r) => r.spans.filter(inBox))
  }
  return []
}

/** The first heading of the text may stand right below the box, in the type of the text and not of the box. */
function startsText(row: Row, first: Row | undefined, inBox: (s: Span) => boolean): boolean {
  const size = Math.max(0, ...(first?.spans.filter(inBox) ?? []).map((s) => s.size))
  const own = row.spans.filter(inBox)
  const text = own.map((s) => s.text).join('')
  return size > 0 && own.some((s) => s.size > size * 1.12) && !isInfo(text)
}

const IMPRINT =
  /\bdoi\b|doi\.org|^©|\(c\)\s*\d{4}|\bvol(?:ume)?\.?\s*\d|reuse guidelines|\bissn\b|permissions/i

/** Lines about the journal to the right of the title, in small type, with a clear strip between. */
function besideTitle(rows: Row[], page: PageText): Span[] {
  const upper = rows.filter((r) => r.y < page.height * 0.35)
  const right = upper.flatMap((r) => r.cells.filter((c) => c.x > page.width * 0.6))
  const marks = right.filter((c) => IMPRINT.test(c.text))
  if (marks.length < 2) return []
  const bound = Math.min(...marks.map((c) => c.x)) - 2
  const own = upper.filter((r) => r.spans.some((s) => s.x >= bound))
  const first = own[0]
  const last = own.findLast((r) => r.cells.some((c) => c.x >= bound && IMPRINT.test(c.text)))
  if (!first || !last) return []
  const within = rows.filter((r) => r.y >= first.y && r.y <= last.y + last.size * 2.5)
  if (within.some((r) => r.spans.some((s) => s.x < bound && s.right > bound + 2))) return []
  return within.flatMap((r) => r.spans.filter((s) => s.x >= bound))
}
