/** What a search asks for: words and quoted phrases that must be there, and those that must not. */
export type Terms = { wanted: string[]; refused: string[] }

const MOST_WANTED = 8
const MOST_REFUSED = 4
/** Scripts in which one character says something by itself. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u{20000}-\u{3ffff}]/u

const unpunctuated = (word: string): string =>
  word.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '') || word.slice(0, 0)

const saysSomething = (term: string): boolean => [...term].length > 1 || DENSE.test(term)

/** `power "security dilemma" -alliance`: as people know it from the web. A lone Latin letter is left out. */
export function termsOf(q: string): Terms {
  const wanted = new Set<string>()
  const refused = new Set<string>()
  for (const [, minus, phrase, bare] of q.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const term = phrase === undefined ? unpunctuated(bare ?? '') : phrase.trim()
    // "or" between words is PostgreSQL's to understand; as a word of its own it tells nothing.
    if (!saysSomething(term) || (phrase === undefined && term.toLowerCase() === 'or')) continue
    ;(minus ? refused : wanted).add(term)
  }
  return { wanted: [...wanted].slice(0, MOST_WANTED), refused: [...refused].slice(0, MOST_REFUSED) }
}

/** A pattern for LIKE that holds exactly this text anywhere. */
export const likePattern = (term: string): string => `%${term.replace(/[\\%_]/g, '\\$&')}%`

/** Scripts without capitals are compared as they are, which costs PostgreSQL a tenth. */
export const isCaseless = (term: string): boolean => term.toLowerCase() === term.toUpperCase()

/** Beginnings of words, for to_tsquery: 핵무기 finds 핵무기를, and `realis` both its schools. A phrase is its words. */
const beginnings = (wanted: readonly string[]): string =>
  wanted
    .flatMap((term) => term.split(' '))
    .map((word) => `'${word.replace(/[\\']/g, '$&$&')}':*`)
    .join(' & ')

/** "a or b": either will do. PostgreSQL reads it so (websearch_to_tsquery). */
export const hasChoice = (q: string): boolean => /\sor\s/i.test(q)

/**
 * What the index of words is asked: the words as PostgreSQL reads them, or as beginnings. Phrases and what must not
 * be there are left to LIKE: the index knows no places, so each candidate would have to be parsed again.
 */
export const wordQueries = (q: string, { wanted }: Terms): { words: string; beginnings: string } => ({
  words: q.replace(/"|(?<=^|\s)-\S*/g, ''),
  beginnings: beginnings(wanted),
})

/** The phrases among them, which LIKE must find; none where one of several will do. */
export const phrasesOf = (q: string, { wanted }: Terms): string[] =>
  hasChoice(q) ? [] : wanted.filter((term) => term.includes(' '))
