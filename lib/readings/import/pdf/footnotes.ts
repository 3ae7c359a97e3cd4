import { raised } from '../scripts'
import type { Line } from './types'

/** "12 ", "¹² ", "* ", "† " at the start of a line. */
const MARK = /^(?:(\d{1,3})(?=[\s.)]|\p{Lu})[.)]?|([⁰¹²³⁴-⁹]{1,3})|([*∗†‡§¶]{1,3}))\s*(?=\S)/u
const SMALL = 0.945

export type Footnotes = { lines: Line[]; notes: { page: number; lines: Line[] }[] }

/**
 * Footnotes: the small type at the foot of a column whose first line bears a mark that the text above shows
 * raised. The mark is what tells them from captions, tables and bibliographies in small type.
 */
export function takeFootnotes(page: Line[], size: number): Footnotes {
  const notes: { page: number; lines: Line[] }[] = []
  const taken = new Set<Line>()
  for (const column of ['left', 'right', 'whole'] as const) {
    const own = page.filter((l) => l.column === column).sort((a, b) => a.y - b.y)
    for (const note of atFoot(own, page, size)) {
      notes.push({ page: note[0]?.page ?? 0, lines: note })
      for (const l of note) taken.add(l)
    }
  }
  return { lines: page.filter((l) => !taken.has(l)), notes }
}

function atFoot(column: Line[], page: Line[], size: number): Line[][] {
  let start = column.length
  while (start > 0 && isSmall(column[start - 1], size)) start--
  start = Math.min(start, raisedAt(column, page))
  const foot = column.slice(start)
  const above = page
    .filter((l) => !foot.includes(l))
    .map((l) => l.text)
    .join('\n')
  const first = foot.findIndex((l, i) => opens(l, above) && (i === 0 || !/^(?:fig|table)/i.test(l.text)))
  if (first < 0) return []
  const notes: Line[][] = []
  // Small lines above the first mark carry on the last page's note, unless a gap or a caption parts them.
  const before = foot.slice(0, first)
  if (before.length > 0 && before.length < 12 && close(before.at(-1), foot[first]) && !isCaption(before[0]))
    notes.push(before)
  for (const l of foot.slice(first)) {
    const before = notes.at(-1)?.at(-1)
    if (startsNext(l, notes, above) || (before && l.y - before.y > l.size * 1.6)) notes.push([l])
    else notes.at(-1)?.push(l)
  }
  return notes
}

/** In the type of the text itself, a raised mark at the start of a line low on the page still says note. */
function raisedAt(column: Line[], page: Line[]): number {
  const lowest = Math.max(...page.map((l) => l.y))
  const at = column.findIndex((l, i) => {
    if (
      l.y < lowest * 0.5 ||
      column.slice(i).some((o) => o.size > l.size * 1.06) ||
      !/^[⁰¹²³⁴-⁹]/.test(l.text)
    )
      return false
    const above = page
      .filter((o) => o.y < l.y && o !== l)
      .map((o) => o.text)
      .join('\n')
    return opens(l, above)
  })
  return at < 0 ? column.length : at
}

const isSmall = (l: Line | undefined, size: number) => l !== undefined && l.size < size * SMALL && !l.mono
const isCaption = (l: Line | undefined) => /^(?:fig|table|source|note)/i.test(l?.text ?? '')
const close = (a: Line | undefined, b: Line | undefined) => !!a && !!b && b.y - a.y < a.size * 1.9

/** The mark at the start of a note, as the text would show it. */
export function markOf(text: string): string | undefined {
  const m = MARK.exec(text)
  if (!m) return undefined
  return m[1] ? raised(m[1]) : (m[2] ?? m[3])
}

function opens(l: Line, above: string): boolean {
  const mark = markOf(l.text)
  return mark !== undefined && standsIn(mark, above)
}

function startsNext(l: Line, notes: Line[][], above: string): boolean {
  const mark = markOf(l.text)
  if (mark === undefined) return notes.length === 0
  const last = notes.at(-1)?.[0]
  const previous = last ? markOf(last.text) : undefined
  return (
    standsIn(mark, above) || (previous !== undefined && mark === raised(String(Number(plain(previous)) + 1)))
  )
}

/** As a mark of its own: "²" within "¹²" is another one. */
function standsIn(mark: string, text: string): boolean {
  if (/^[*∗†‡§¶]/.test(mark)) return text.includes(mark) || text.includes(mark.replace('∗', '*'))
  return new RegExp(`(?<![⁰¹²³⁴-⁹])${mark}(?![⁰¹²³⁴-⁹])`).test(text)
}

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const plain = (mark: string) =>
  [...mark].map((c) => (DIGITS.includes(c) ? String(DIGITS.indexOf(c)) : c)).join('')

/** The note's text with its number in ordinary figures. */
export function noteText(text: string): string {
  const mark = markOf(text)
  return mark ? text.replace(MARK, `${plain(mark)} `) : text
}
