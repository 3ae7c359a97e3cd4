import { AppError } from '@/lib/errors'
import { describe, place } from './anchor'

type Anchored = { exact: string; prefix: string; suffix: string; start: number; end: number }

/**
 * The selectors of the words that a person chose. A page may be older than the text: if the words are not at the
 * offsets, they are looked for, and refused when they cannot be found surely.
 */
export function anchorWords(text: string, chosen: { start: number; end: number; exact: string }): Anchored {
  const { start, end } = text.slice(chosen.start, chosen.end) === chosen.exact ? chosen : found(text, chosen)
  const { quote } = describe(text, start, end)
  return { ...quote, start, end }
}

function found(text: string, { start, end, exact }: { start: number; end: number; exact: string }) {
  const at = place(text, { quote: { exact, prefix: '', suffix: '' }, position: { start, end } })
  if (at.state === 'exact' || at.state === 'moved') return at
  throw new AppError('INVALID', 'These words are not in the section as it is now. Load it again.', {
    fields: { anchor: 'These words are not in the section as it is now.' },
  })
}

const STATES = { exact: 'EXACT', moved: 'MOVED', uncertain: 'UNCERTAIN', orphaned: 'ORPHANED' } as const

/** Words that were chosen in an earlier text, in the text as it is now. Lost ones keep their place in the earlier text. */
export function carriedWords(
  old: string,
  text: string,
  chosen: { start: number; end: number },
): Anchored & { state: (typeof STATES)[keyof typeof STATES] } {
  const selectors = describe(old, chosen.start, chosen.end)
  const found = place(text, selectors, { before: old })
  const at = found.state === 'orphaned' ? selectors.position : { start: found.start, end: found.end }
  return { ...selectors.quote, ...at, state: STATES[found.state] }
}
