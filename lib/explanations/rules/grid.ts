/**
 * The table of an analysis of competing hypotheses: evidence down, explanations across, in each cell how
 * well they agree (R. Heuer, Psychology of Intelligence Analysis, CIA 1999, chapter 8).
 */
export type Rating = 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA'
export type Level = 'low' | 'medium' | 'high'
export type Evidence = {
  id: string
  credibility?: Level
  relevance?: Level
  ratings: Record<string, Rating>
}
export type Matrix = { explanations: string[]; evidence: Evidence[] }

/** From least to most consistent. A step is one place on this scale; NA ("nothing to say") is not on it. */
export const SCALE = ['II', 'I', 'N', 'C', 'CC'] as const

const RATINGS: readonly Rating[] = [...SCALE, 'NA']

/** The rating in a cell; an empty cell is NA. */
export function ratingOf(row: Evidence, explanation: string): Rating {
  const rating = (Object.hasOwn(row.ratings, explanation) ? row.ratings[explanation] : undefined) ?? 'NA'
  if (!RATINGS.includes(rating))
    throw new RangeError(`"${rating}" for "${row.id}" is not a rating: CC, C, N, I, II or NA.`)
  return rating
}

function refuseDuplicates(ids: string[], kind: string): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) throw new RangeError(`The ${kind} "${id}" is listed twice.`)
    seen.add(id)
  }
}

/**
 * Throws a RangeError for an id listed twice. Ratings of an explanation that is not listed are not looked
 * at, so that part of a matrix can be examined without rewriting its rows.
 */
export function checkMatrix(m: Matrix): void {
  refuseDuplicates(m.explanations, 'explanation')
  refuseDuplicates(
    m.evidence.map((row) => row.id),
    'piece of evidence',
  )
}
