import type { PollMethodName } from '../schema'

/** What is wrong with a ballot, in a sentence for its voter; null when it can be counted. */
export function faultIn(method: PollMethodName, codes: string[], ranking: string[][]): string | null {
  const named = ranking.flat()
  if (named.some((code) => !codes.includes(code))) return 'The ballot names something that is not an option.'
  if (new Set(named).size < named.length) return 'Each option can stand on the ballot only once.'
  if (method === 'PLURALITY') return named.length === 1 ? null : 'Choose one option.'
  return named.length > 0 ? null : 'Rank at least one option.'
}

/**
 * Without empty tiers, and each tier in the order of the options: what two voters agree on is written alike.
 */
export const tidyRanking = (codes: string[], ranking: string[][]): string[][] =>
  ranking
    .filter((tier) => tier.length > 0)
    .map((tier) => [...tier].sort((a, b) => codes.indexOf(a) - codes.indexOf(b)))
