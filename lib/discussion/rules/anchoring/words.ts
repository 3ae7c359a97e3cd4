import { lowest } from './sorted'

// Anchoring compares words, not characters: an edit replaces words, and a word keeps its identity through
// curly or straight quotes, a dash of another length, NFC or NFD, full-width forms and capitals.
// Scripts written without spaces have no cheap word boundary, so each of their characters is a word.

export type Words = { keys: string[]; starts: Int32Array; ends: Int32Array }

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const UNSPACED = `[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`
const INVISIBLE = '\\u00AD\\u200B-\\u200D\\u2060'
const LETTERS = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}${INVISIBLE}])+`
const EMOJI = '\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]*'
const KINDS = [
  `${UNSPACED}\\p{M}*`,
  `${LETTERS}(?:['’]${LETTERS})*`,
  `${EMOJI}(?:\\u200D${EMOJI})*`,
  '\\p{Regional_Indicator}{2}',
  '\\.{3}',
  '\\S',
]
const WORD = new RegExp(KINDS.join('|'), 'gu')
const PLAIN = /^[a-z0-9]+$/
const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'g')
const MEANINGFUL = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/** The words of `text` in order, punctuation included, with their offsets in UTF-16 code units. */
export function wordsOf(text: string): Words {
  const keys: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(WORD)) {
    keys.push(keyOf(match[0]))
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  return { keys, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** What a word is compared by: two words with one key are the same word, however they are typed. */
function keyOf(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .replace(HIDDEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛ʼ′´`]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
}

/** False for punctuation and other marks, which say little about where a quote belongs. */
export function isMeaningful(key: string): boolean {
  return PLAIN.test(key) || MEANINGFUL.test(key)
}

/** The first word that ends after `offset`; the number of words when there is none. */
export function wordAt({ ends }: Words, offset: number): number {
  return lowest(ends, offset + 1)
}
