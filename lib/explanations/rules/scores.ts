import { checkMatrix, type Evidence, type Level, type Matrix, type Rating, ratingOf, SCALE } from './grid'

/** Consistency earns nothing: most evidence agrees with most explanations (Heuer 1999, chapter 8, step 5). */
const POINTS: Record<Rating, number> = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0 }

const columns = <T>(m: Matrix, value: (explanation: string) => T): Record<string, T> => {
  checkMatrix(m)
  return Object.fromEntries(m.explanations.map((explanation) => [explanation, value(explanation)]))
}

/** Points against each explanation: 1 for every I, 2 for every II. */
export function inconsistency(m: Matrix): Record<string, number> {
  return columns(m, (explanation) =>
    m.evidence.reduce((sum, row) => sum + POINTS[ratingOf(row, explanation)], 0),
  )
}

const HALF_STEPS = { low: -1, medium: 0, high: 1 }

function halfSteps(row: Evidence, level: Level): number {
  if (!Object.hasOwn(HALF_STEPS, level))
    throw new RangeError(`"${level}" for "${row.id}" is not a level: low, medium or high.`)
  return HALF_STEPS[level]
}

/**
 * Points times the credibility and the relevance of the evidence: low 1/√2, medium 1, high √2 for each.
 *
 * A row thus weighs 1/2, 1/√2, 1, √2 or 2, so a score is a + b√2 with a and b whole numbers of halves.
 * They are summed apart and joined once: equal scores come out as equal floats, whatever the order of rows.
 */
export function weightedInconsistency(m: Matrix): Record<string, number> {
  return columns(m, (explanation) => {
    let whole = 0
    let roots = 0
    for (const row of m.evidence) {
      const points = POINTS[ratingOf(row, explanation)]
      const steps = halfSteps(row, row.credibility ?? 'medium') + halfSteps(row, row.relevance ?? 'medium')
      if (steps % 2 === 0) whole += points * 2 ** (steps / 2)
      else roots += points * 2 ** ((steps - 1) / 2)
    }
    return whole + roots * Math.SQRT2
  })
}

/**
 * How far each piece of evidence tells the explanations apart: the population standard deviation of its
 * ratings, II = 1 to CC = 5, NA left out. 0 for a row of fewer than two ratings, which separates nothing.
 */
export function diagnosticity(m: Matrix): Record<string, number> {
  checkMatrix(m)
  return Object.fromEntries(m.evidence.map((row) => [row.id, spread(row, m.explanations)]))
}

/** √(nΣx² − (Σx)²) / n: whole numbers up to the root, hence the same in any order of the columns. */
function spread(row: Evidence, explanations: string[]): number {
  let [n, sum, squares] = [0, 0, 0]
  for (const explanation of explanations) {
    const rating = ratingOf(row, explanation)
    if (rating === 'NA') continue
    const value = SCALE.indexOf(rating) + 1
    n += 1
    sum += value
    squares += value * value
  }
  return n === 0 ? 0 : Math.sqrt(n * squares - sum * sum) / n
}

/**
 * Scores closer than this, relative to the larger, count as equal. It forgives sums of √2 added up in
 * another order (about 1e-16 a row) and cannot join weighted scores that truly differ: unequal a + b√2 of
 * size s are at least 1/(8s) apart (multiply by a − b√2), which is more than 1e-9 s up to s = 10,000.
 */
const TOLERANCE = 1e-9

/** Every explanation of the smallest score, in the order of `scores`. */
export function leaders(scores: Record<string, number>): string[] {
  for (const [explanation, score] of Object.entries(scores))
    if (!Number.isFinite(score)) throw new RangeError(`The score of "${explanation}" is not a number.`)
  const least = Math.min(...Object.values(scores))
  const ties = (score: number) => score - least <= TOLERANCE * Math.max(Math.abs(score), Math.abs(least))
  return Object.keys(scores).filter((explanation) => ties(scores[explanation]!))
}
