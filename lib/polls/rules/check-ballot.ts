import type { Marks, PollMethodName } from '../schema'

type Given = Marks

/** What is wrong with a ballot, in a sentence for its voter; null when it can be counted. */
export function faultIn(method: PollMethodName, codes: string[], { ranking, scores }: Given): string | null {
  const named = [...ranking.flat(), ...Object.keys(scores)]
  if (named.some((code) => !codes.includes(code))) return 'The ballot names something that is not an option.'
  return FAULTS[method](ranking.flat(), Object.values(scores))
}

const ranks = (named: string[], scores: number[]): string | null => {
  if (scores.length > 0) return 'This poll does not ask for points.'
  if (new Set(named).size < named.length) return 'Each option can stand on the ballot only once.'
  return null
}
const points = (named: string[]): string | null =>
  named.length > 0 ? 'This poll does not ask for a ranking.' : null

const FAULTS: Record<PollMethodName, (named: string[], scores: number[]) => string | null> = {
  RANKED: (named, scores) => ranks(named, scores) ?? (named.length > 0 ? null : 'Rank at least one option.'),
  PLURALITY: (named, scores) => ranks(named, scores) ?? (named.length === 1 ? null : 'Choose one option.'),
  APPROVAL: (named, scores) => {
    if (scores.some((score) => score > 1)) return 'An option is approved or not.'
    return points(named) ?? (scores.includes(1) ? null : 'Approve at least one option.')
  },
  SCORE: (named, scores) => {
    if (scores.some((score) => score > 5)) return 'A score is a whole number from 0 to 5.'
    return points(named) ?? (scores.length > 0 ? null : 'Score at least one option.')
  },
  CREDENCE: (named, scores) =>
    points(named) ??
    (scores.reduce((sum, n) => sum + n, 0) === 100 ? null : 'The points must be 100 together.'),
}

/** Without empty tiers, and each tier in the order of the options: what two voters agree on is written alike. */
const tidyRanking = (codes: string[], ranking: string[][]): string[][] =>
  ranking
    .filter((tier) => tier.length > 0)
    .map((tier) => [...tier].sort((a, b) => codes.indexOf(a) - codes.indexOf(b)))

/** The ballot as it is kept: every option has its points, in the order of the options. */
export function tidy(method: PollMethodName, codes: string[], { ranking, scores }: Given): Marks {
  if (method === 'RANKED' || method === 'PLURALITY')
    return { ranking: tidyRanking(codes, ranking), scores: {} }
  return { ranking: [], scores: Object.fromEntries(codes.map((code) => [code, scores[code] ?? 0])) }
}
