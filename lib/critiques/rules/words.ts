/**
 * Scripts that put no spaces between words: each character counts as one word, as word processors count them.
 * Korean does space its words and is counted like English.
 */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const UNSPACED_ALL = new RegExp(UNSPACED, 'gu')
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** A dash set tight between two words joins nothing: "fails—at once" is three words. */
const BREAKS = /[\s\u2014]+/u

/**
 * How many words a text has. By rule and not by Intl.Segmenter, whose dictionaries differ between browsers: the
 * writer and the server must agree on who is over the limit.
 */
export function countWords(text: string): number {
  let words = 0
  for (const token of text.split(BREAKS)) {
    if (!UNSPACED.test(token)) {
      if (LETTER_OR_DIGIT.test(token)) words += 1
      continue
    }
    words += token.match(UNSPACED_ALL)?.length ?? 0
    words += token.split(UNSPACED).filter((rest) => LETTER_OR_DIGIT.test(rest)).length
  }
  return words
}
