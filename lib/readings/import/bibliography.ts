import type { Block } from './types'

/** "[12] ", "12. ", "(12) ", "• " at the start of an entry. */
const LABEL = /^(?:\[\d{1,4}\]|\[[\p{L}+]{1,12}\d{2,4}[a-z]?\]|\(\d{1,4}\)|\d{1,4}\.(?=\s))/u

/** The entries of a bibliography, one string each; numbers stay, for the text refers to them. */
export function entries(blocks: Block[]): string[] {
  return blocks
    .flatMap((b) => b.text.split('\n'))
    .flatMap((line) => splitLabels(unbulleted(line)))
    .filter(isEntry)
}

const unbulleted = (line: string) => line.replace(/^\s*[-–•*]\s+/, '').trim()
const isEntry = (text: string) => text.length > 3 && /\p{L}/u.test(text)

/** Several entries that flowed into one paragraph part again where the numbers count on. */
function splitLabels(text: string): string[] {
  if (!/^\[\d+\]/.test(text)) return [text]
  const out: string[] = []
  let from = 0
  let number = Number(/^\[(\d+)\]/.exec(text)?.[1])
  for (const m of text.matchAll(/\s\[(\d+)\]\s/g)) {
    if (Number(m[1]) !== number + 1) continue
    out.push(text.slice(from, m.index).trim())
    from = m.index + 1
    number++
  }
  return [...out, text.slice(from).trim()]
}

/**
 * Whether a run of paragraphs looks like a bibliography without saying so: most have a year and either a
 * label or an author in front ("Waltz, Kenneth N." or "Waltz K.").
 */
export function looksLikeBibliography(texts: string[]): boolean {
  if (texts.length < 4) return false
  const fits = texts.filter(
    (t) => /\b(?:1[89]|20)\d\d[a-z]?\b/.test(t) && (LABEL.test(t) || startsWithAuthor(t)),
  )
  return fits.length >= texts.length * 0.7
}

const startsWithAuthor = (text: string) =>
  /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,?\s(?:\p{Lu}\.|\p{Lu}\p{Ll}+)/u.test(text)
