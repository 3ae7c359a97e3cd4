/**
 * Chinese and Japanese are written without spaces, so a line end inside them is nothing; Korean has
 * spaces, so there a line end is one. Hangul is therefore not in this class.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef\u30fb\u30fc]/u

export const isUnspaced = (char: string) => UNSPACED.test(char)

const lastChar = (text: string) => {
  const at = text.length - 1
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low <= 0xdfff && at > 0 ? text.slice(at - 1) : text.charAt(at)
}
const firstChar = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 32)

/** What stands between two lines that belong together. */
export function lineGlue(before: string, after: string): '' | ' ' {
  if (!before || !after) return ''
  return isUnspaced(lastChar(before)) && isUnspaced(firstChar(after)) ? '' : ' '
}

// Controls, the byte order mark, soft hyphens, zero-width spaces, and the marks that reorder text
// (a bidi override can make a name read as another one: CVE-2021-42574).
const UNSEEN = /(?![\t\n])[\p{Cc}\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu

/** Text as it may be stored: NFC, no NUL (PostgreSQL refuses it), no lone surrogates, `\n` line ends. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(UNSEEN, '')
    .toWellFormed()
    .normalize('NFC')
}

/** One running line: spaces and line ends collapsed, the latter by the rule of the script. */
export function inline(text: string): string {
  const lines = clean(text)
    .split('\n')
    .map((l) => l.replace(/[^\S\u3000]+/g, ' ').trim())
    .filter(Boolean)
  let out = ''
  for (const line of lines) out += lineGlue(out, line) + line
  return out
}

/** Verbatim text: tabs and line ends stay, trailing blanks go. */
export function verbatim(text: string): string {
  return clean(text)
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** Several running lines that stay apart (list items, verse): each collapsed, the blank ones gone. */
export function lines(text: string): string {
  return clean(text)
    .split('\n')
    .map((l) => l.replace(/(\S)[ \u00a0]+/g, '$1 ').trimEnd())
    .filter((l) => l.trim())
    .join('\n')
}
