import { splitRunIn, splitRunIns } from '../import/run-in'
import { isSectionName } from '../import/section-names'
import { type Vocabulary, vocabulary } from '../import/vocabulary'
import type { Sections } from './draft'
import { rename, splitBlock, splitHeading } from './draft'

/** Words of a block that look like a heading which runs into the text. */
export type Suggestion = { start: number; end: number; heading: string }

/** "Introduction. North Korea …": a well-known name that ends like a sentence. */
const NAMED = /^((?:\d+(?:\.\d+)*\.?\s+)?\p{Lu}[\p{L} ]{2,50}?)\s*[.:—–]\s+(?=[\p{Lu}\p{Lo}"“])/u

function named(text: string): Suggestion | undefined {
  const [whole = '', heading = ''] = NAMED.exec(text) ?? []
  return heading && isSectionName(heading) ? { start: 0, end: whole.length, heading } : undefined
}

function inside(text: string, words: Vocabulary): Suggestion | undefined {
  const [first, next] = splitRunIns(text, words)
  if (!next?.heading) return undefined
  const start = text.indexOf(next.heading, first?.text.length ?? 0)
  return start < 0 ? undefined : { start, end: start + next.heading.length, heading: next.heading }
}

export function suggestHeading(text: string, words: Vocabulary): Suggestion | undefined {
  const opening = splitRunIn(text, words)
  if (opening) return { start: 0, end: opening.heading.length, heading: opening.heading.trim() }
  return named(text) ?? inside(text, words)
}

export const wordsOf = (texts: string[]): Vocabulary => vocabulary(texts)

/** A section begins where the suggestion says. Answers the same sections where the text has changed meanwhile. */
export function acceptHeading(sections: Sections, s: number, b: number, { start, end, heading }: Suggestion) {
  const text = sections[s]?.blocks[b]?.text ?? ''
  if (start === 0) return renamed(splitHeading(sections, s, b, end), sections, s + 1, heading)
  const lead = text.slice(start).length - text.slice(start).trimStart().length
  const parted = splitBlock(sections, s, b, start)
  if (parted === sections) return sections
  return renamed(splitHeading(parted, s, b + 1, end - start - lead), parted, s + 1, heading)
}

const renamed = (split: Sections, before: Sections, s: number, heading: string): Sections =>
  split === before ? before : rename(split, s, heading)
