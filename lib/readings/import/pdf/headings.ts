import { joinLines } from '../hyphens'
import { isSectionName, type Numbered, numbered } from '../section-names'
import type { Vocabulary } from '../vocabulary'
import { isCapital, isCentred } from './groups'
import { SIGN } from './marks'
import { FIGURE_CAPTION, TABLE_CAPTION } from './tables'
import type { BodyStyle, Group, Line } from './types'

/**
 * Headings by size, weight and numbering: a short group set larger, bolder or in capitals, or numbered and
 * standing alone. Levels come from the numbers where there are numbers; a style that numbered headings have
 * gives its level to unnumbered ones; the rest rank by size and weight.
 */
export function headingText(group: Group, body: BodyStyle, words: Vocabulary): string | undefined {
  const [first] = group.lines
  if (!first || group.kind || group.lines.length > 4) return undefined
  const text = spacedOut(
    joinLines(
      group.lines.map((l) => l.text),
      words,
    ),
  )
  if (!mayBeHeading(text) || group.lines.some(isContentsLine)) return undefined
  if (isSectionName(text)) return text
  if (!group.lines.every((l) => stands(l, body))) return numberedAlone(group, text, body) ? text : undefined
  return text
}

function mayBeHeading(text: string): boolean {
  if (text.length > 180 || FIGURE_CAPTION.test(text) || TABLE_CAPTION.test(text) || SIGN.test(text))
    return false
  const letters = text.replace(/[^\p{L}]/gu, '').length
  if (letters < 3 || letters < text.replace(/\s/g, '').length * 0.5) return false
  return (
    !/[,;]$/.test(text) &&
    !(/[.]$/.test(text) && text.length > 80) &&
    !/^\p{Ll}/u.test(text) &&
    !/@|https?:/.test(text)
  )
}

/** "2.1 Power ….. 14": a line of the table of contents, its page set off at the margin. */
const isContentsLine = (l: Line) =>
  /(?:\.\s?){4,}/.test(l.text) ||
  (l.cells.length > 1 && /^(?:\d{1,4}|[ivxl]+)$/.test(l.cells.at(-1)?.text ?? ''))

const stands = (l: Line, body: BodyStyle) =>
  l.size > body.size * 1.08 || (l.size > body.size * 0.88 && (l.bold || l.caps || isCapital(l.text)))

/** "1.2 The first debate" or "A. The first debate" in ordinary or italic type, alone in its group. */
function numberedAlone(group: Group, text: string, body: BodyStyle): boolean {
  const [l] = group.lines
  const n = numbered(text)
  if (!l || group.lines.length > 2 || Math.abs(l.size - body.size) > body.size * 0.08) return false
  if (!n?.rest || !/^[\p{Lu}\p{Lo}]/u.test(n.rest) || text.length > 100 || /[.:]$/.test(n.rest)) return false
  if (n.style === 'decimal' && n.depth === 1) return l.italic || isCentred(l) || titled(n.rest)
  return n.style === 'decimal' || l.italic || isCentred(l)
}

/** Most words of weight have a capital: a list item seldom does. */
function titled(text: string): boolean {
  const words = text.split(/\s+/).filter((w) => w.length > 3)
  return (
    words.length > 0 &&
    words.length < 9 &&
    words.filter((w) => /^\p{Lu}/u.test(w)).length >= words.length * 0.8
  )
}

/** "A B S T R A C T" is a word. */
export const spacedOut = (text: string) =>
  /^(?:\p{L} ){3,}\p{L}$/u.test(text) ? text.replace(/ /g, '') : text

export type Found = { text: string; line: Line }

/** The level of each heading, 1 the highest. */
export function headingLevels(headings: Found[]): number[] {
  const keys = headings.map((h) => styleOf(h.line))
  const numbers = asLetters(headings.map((h) => numbered(h.text)))
  const byStyle = new Map<string, number>()
  const letters = numbers.some((n) => n?.style === 'roman') || numbers.some((n) => n?.style === 'decimal')
  numbers.forEach((n, i) => {
    const key = keys[i]
    if (n && key && !byStyle.has(key)) byStyle.set(key, n.style === 'letter' && !letters ? 1 : n.depth)
  })
  const ranks = rank(headings, keys)
  return headings.map((h, i) => {
    const n = numbers[i]
    if (n) return n.style === 'letter' && !letters ? 1 : n.depth
    const key = keys[i] ?? ''
    return byStyle.get(key) ?? (isSectionName(h.text) && byStyle.size > 0 ? 1 : (ranks.get(key) ?? 1))
  })
}

/** "C." after "B." is a letter, though it also reads as a hundred; "I." after "H." likewise. */
function asLetters(numbers: (Numbered | undefined)[]): (Numbered | undefined)[] {
  let last = ''
  return numbers.map((n) => {
    const letter = /^([A-Z])[.)]?$/.exec(n?.number ?? '')?.[1]
    if (!n || !letter) return n
    const follows = last !== '' && letter.charCodeAt(0) === last.charCodeAt(0) + 1
    if (n.style === 'letter' || follows) last = letter
    return follows ? { ...n, style: 'letter', depth: 2 } : n
  })
}

const styleOf = (l: Line) =>
  [Math.round(l.size), l.bold ? 'b' : '', l.italic ? 'i' : '', isCapital(l.text) || l.caps ? 'c' : ''].join(
    '/',
  )

/** Larger before smaller, bold before plain, capitals before lower case; at most four ranks. */
function rank(headings: Found[], keys: string[]): Map<string, number> {
  const weight = (l: Line) =>
    Math.round(l.size) * 10 + (l.bold ? 4 : 0) + (isCapital(l.text) ? 2 : 0) - (l.italic ? 1 : 0)
  const styles = [...new Map(headings.map((h, i) => [keys[i] ?? '', weight(h.line)]))].sort(
    (a, b) => b[1] - a[1],
  )
  return new Map(styles.map(([key], i) => [key, Math.min(4, i + 1)]))
}
