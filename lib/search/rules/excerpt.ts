import type { Piece } from '../schema'

export type Mark = { start: number; end: number }
/** Words of a text, at their offsets in it. */
export type Passage = Mark & { pieces: Piece[] }

const WIDTH = 240
const LEAD = 70

const escaped = (term: string): string => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Where the terms are, in order, without overlaps; the longer of two at one place. */
export function marksIn(text: string, terms: readonly string[]): Mark[] {
  if (terms.length === 0) return []
  const longestFirst = [...terms].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.map(escaped).join('|'), 'giu')
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
}

/** Moves an end of an excerpt outwards off the middle of a word, a little way only, and never into a character. */
function atWord(text: string, offset: number, step: 1 | -1): number {
  let at = offset
  const inWord = (i: number) => /[\p{L}\p{N}\p{M}\p{Surrogate}]/u.test(text[i] ?? '')
  for (let i = 0; i < 24 && at > 0 && at < text.length && inWord(at - 1) && inWord(at); i++) at += step
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff ? at - 1 : at
}

/** Text cut into marked and unmarked runs. Whoever shows them escapes them: they are text, never markup. */
function piecesBetween(text: string, from: number, to: number, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  const add = (start: number, end: number, marked: boolean) => {
    const run = text.slice(start, end).replace(/\s+/g, ' ')
    if (run) pieces.push({ text: run, marked })
  }
  let at = from
  for (const { start, end } of marks) {
    if (start < at || end > to) continue
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, to, false)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first && from > 0) first.text = first.text.trimStart()
  if (last && to < text.length) last.text = last.text.trimEnd()
  if (from > 0) pieces.unshift({ text: '… ', marked: false })
  if (to < text.length) pieces.push({ text: ' …', marked: false })
  return pieces
}

const distinct = (text: string, marks: readonly Mark[]): number =>
  new Set(marks.map((m) => text.slice(m.start, m.end).toLowerCase())).size

/** The mark from which on a line or two say the most of what was looked for. */
function bestMark(text: string, marks: readonly Mark[]): Mark | undefined {
  let best: { mark: Mark; score: number } | undefined
  for (const [i, mark] of marks.slice(0, 200).entries()) {
    const near = marks.slice(i, i + 30).filter((m) => m.end <= mark.start + WIDTH - LEAD)
    const score = distinct(text, near)
    if (!best || score > best.score) best = { mark, score }
  }
  return best?.mark
}

/** A line or two of the text around the best place, with the words marked; the beginning where they are not in it. */
export function excerpt(text: string, terms: readonly string[]): Piece[] {
  const marks = marksIn(text, terms)
  const from = Math.max(0, (bestMark(text, marks)?.start ?? 0) - LEAD)
  const start = from === 0 ? 0 : atWord(text, from, 1)
  return piecesBetween(text, start, atWord(text, Math.min(text.length, start + WIDTH), -1), marks)
}

/** The words to lead to: the whole query as it stands where a paragraph has it, else the best place's first word. */
function target(text: string, terms: readonly string[], marks: readonly Mark[]): Mark | undefined {
  const [whole] = terms.length > 1 ? marksIn(text, [terms.join(' ')]) : []
  return whole ?? bestMark(text, marks)
}

/** The paragraphs of a section's text (blank lines part them) that say the most of it, in reading order. */
export function passages(text: string, terms: readonly string[], most: number): Passage[] {
  const found: (Passage & { score: number })[] = []
  let at = 0
  for (const paragraph of text.split('\n\n')) {
    const marks = marksIn(paragraph, terms)
    const to = target(paragraph, terms, marks)
    if (to)
      found.push({
        start: at + to.start,
        end: at + to.end,
        pieces: excerpt(paragraph, terms),
        score: distinct(paragraph, marks) + (to.end - to.start > 40 ? 1 : 0),
      })
    at += paragraph.length + 2
  }
  return found
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, most)
    .sort((a, b) => a.start - b.start)
    .map(({ score: _, ...passage }) => passage)
}
