/** How often each word stands in the document itself: the only dictionary that knows its names and terms. */
export type Vocabulary = { count: (word: string) => number }

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

// The halves of a word broken at a line's end are no words.
const BROKEN = /[\p{L}\p{N}'’-]+[-\u2010\u00ad](?:\s*\n\s*\S+|\s*$)/gu

export function vocabulary(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>()
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const text of texts) {
    for (const [word] of text.replace(BROKEN, ' ').matchAll(WORD)) {
      add(word)
      const lower = word.toLowerCase()
      if (lower !== word) add(lower)
    }
  }
  return { count: (word) => counts.get(word) ?? 0 }
}

export const NO_WORDS: Vocabulary = { count: () => 0 }
