import { decibels, posterior } from './bayes'
import type { RatingName } from './vocabulary'

/**
 * How probable an observation is under an explanation, read off its rating. The numbers are a convention of this site:
 * five equal steps, even odds in the middle, the ends short of certainty. Only their ratios count. An explanation with
 * nothing to say neither gains nor loses, so it stands with neutral.
 */
export const LIKELIHOODS: Record<RatingName, number> = {
  CC: 0.9,
  C: 0.7,
  N: 0.5,
  I: 0.3,
  II: 0.1,
  NA: 0.5,
}

/** P(observation | explanation) of one row, by code of the explanation. */
export type Row = { code: string; likelihoods: Record<string, number> }

/** Null where every explanation has been given a zero by somebody's numbers: then nothing is left to believe. */
export function credences(
  prior: Record<string, number>,
  rows: readonly Row[],
): Record<string, number> | null {
  try {
    return posterior(
      prior,
      rows.map((row) => row.likelihoods),
    )
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/**
 * Weight of evidence for `a` over `b` in decibels; ±Infinity where one of them is impossible, null where both are: then
 * the row says nothing about the two.
 */
export function weightOf(row: Row, a: string, b: string): number | null {
  const [x, y] = [row.likelihoods[a] ?? 0, row.likelihoods[b] ?? 0]
  if (x === 0 && y === 0) return null
  if (x === 0) return -Infinity
  return y === 0 ? Infinity : decibels(x / y)
}

/** Half the sum of the differences: how much credence would have to be moved (total variation). */
export const moved = (a: Record<string, number>, b: Record<string, number>): number =>
  Object.keys(a).reduce((sum, code) => sum + Math.abs((a[code] ?? 0) - (b[code] ?? 0)), 0) / 2

/**
 * How much each row moves the posterior: the credence that would lie elsewhere without it, from 0 to 1, the most first.
 * Rows of equal weight keep their order.
 */
export function sensitivity(
  prior: Record<string, number>,
  rows: readonly Row[],
): { code: string; moves: number; without: Record<string, number> }[] {
  const all = credences(prior, rows)
  return rows
    .flatMap((row) => {
      const without = credences(
        prior,
        rows.filter((other) => other !== row),
      )
      return all && without ? [{ code: row.code, moves: moved(all, without), without }] : []
    })
    .sort((a, b) => b.moves - a.moves)
}
