import { LIMITS } from '../limits'
import type { Run } from '../run'
import type { FontBook } from './fonts'
import { withoutLineNumbers } from './line-numbers'
import type { PdfPage } from './open'
import type { PageText, Span } from './types'

/** A page's text as spans, upright, from the top left. Turned text (stamps up the margin) is left out and counted. */
export async function readPage(page: PdfPage, fonts: FontBook, run: Run): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: true })
  const items = content.items.slice(0, LIMITS.pageItems)
  if (items.length < content.items.length)
    run.warn(`Page ${page.pageNumber} holds too many pieces of text; the rest of it was left out.`)
  await fonts.learn(
    page,
    items.flatMap((i) => ('str' in i && i.str.trim() ? [i.fontName] : [])),
  )
  const view = page.getViewport({ scale: 1 })
  const spans: Span[] = []
  const marks: string[] = []
  let turned = 0
  for (const item of items) {
    if (!('str' in item)) {
      track(marks, item.type, item.id)
      continue
    }
    if (!item.str.trim()) continue
    const placed = place(item.transform.map(Number), view.transform.map(Number), item.width)
    if (!placed) turned += item.str.length
    else if (placed.x < view.width && placed.y > 0 && placed.y < view.height + placed.size) {
      const mark = marks.findLast(Boolean)
      spans.push({ ...placed, text: item.str, font: fonts.get(item.fontName), ...(mark ? { mark } : {}) })
    }
  }
  return {
    number: page.pageNumber,
    width: view.width,
    height: view.height,
    spans: withoutLineNumbers(withoutDoubles(spans)),
    turned,
  }
}

/** Marked content nests; text belongs to the innermost that has an id. */
function track(marks: string[], type: string, id?: string | null) {
  if (type === 'endMarkedContent') marks.pop()
  else marks.push(type === 'beginMarkedContentProps' && id ? id : '')
}

/** Text matrix times the page's (ISO 32000-1, 8.3.4): where the baseline starts, and how large the type is. */
function place(t: number[], v: number[], width: number) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = t
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = v
  const across = { x: a * va + b * vc, y: a * vb + b * vd }
  const up = { x: c * va + d * vc, y: c * vb + d * vd }
  if (Math.abs(across.y) > Math.abs(across.x) * 0.1 || across.x <= 0) return undefined
  const size = Math.hypot(up.x, up.y) || Math.hypot(across.x, across.y)
  const x = e * va + f * vc + ve
  const y = e * vb + f * vd + vf
  return size > 0.5 && Number.isFinite(x + y + width) ? { x, right: x + width, y, size } : undefined
}

/** Some programs make bold by printing twice, a hair apart. */
function withoutDoubles(spans: Span[]): Span[] {
  const seen = new Map<string, Span[]>()
  return spans.filter((s) => {
    const twins = seen.get(s.text) ?? []
    if (twins.some((t) => Math.abs(t.x - s.x) < s.size * 0.12 && Math.abs(t.y - s.y) < s.size * 0.12))
      return false
    if (twins.length < 50) seen.set(s.text, [...twins, s])
    return true
  })
}
