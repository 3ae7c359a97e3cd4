/**
 * Scripts that put no spaces between words: each character counts as one. Korean does space its words. By rule and not
 * by Intl.Segmenter, whose dictionaries differ between machines: a mark must come out the same wherever it is counted.
 */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu
const ADDRESS = /https?:\/\/\S+/g

/** Lines that Markdown quotes, and addresses, are somebody else's words. */
const ownWords = (text: string): string =>
  text
    .normalize('NFKC')
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
    .replace(ADDRESS, ' ')

/**
 * The different words in texts, in small letters. A text that is split between words or said twice has the same
 * words, and one more text never has fewer: that is why marks are made from them.
 */
export function differentWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of texts) {
    const spaced = ownWords(text).toLowerCase().replace(UNSPACED, ' $& ')
    for (const [word] of spaced.matchAll(WORD)) words.add(word)
  }
  return words
}
