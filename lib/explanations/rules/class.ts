import { RATINGS, type RatingName } from './vocabulary'

/** How many gave each rating, in the order of RATINGS. */
export type Counts = readonly number[]

/** What a viewer may know of the class's ratings of one cell. */
export type ClassCell = { n: number; counts: Counts; middle: RatingName; disagreement: number | null }

/** Groups under three are never shown. */
export const FEWEST_OTHERS = 3

/**
 * Whether somebody may see how the class rated a cell: only with three raters beside themselves, so that taking away
 * one's own rating leaves a group of three, whom nobody can tell apart.
 */
export const mayShow = (raters: number, ratedToo: boolean): boolean =>
  raters - (ratedToo ? 1 : 0) >= FEWEST_OTHERS

const SCALE: readonly (readonly [RatingName, number])[] = [
  ['II', 1],
  ['I', 2],
  ['N', 3],
  ['C', 4],
  ['CC', 5],
]
const NEUTRAL = 3

const countOf = (counts: Counts, rating: RatingName): number => counts[RATINGS.indexOf(rating)] ?? 0
const total = (counts: Counts): number => counts.reduce((sum, n) => sum + n, 0)

/** The ratings on the scale, the least consistent first, each as often as it was given. NA is not on it. */
const onScale = (counts: Counts): number[] =>
  SCALE.flatMap(([rating, value]) => Array<number>(countOf(counts, rating)).fill(value))

/**
 * The median rating. Between two middle ratings it is the mean, rounded towards neutral: half a step is too little to
 * speak for or against anything. NA where more than half say that the explanation has nothing to say.
 */
export function middleRating(counts: Counts): RatingName {
  const values = onScale(counts)
  if (values.length * 2 < total(counts) || values.length === 0) return 'NA'
  const low = values[(values.length - 1) >> 1] ?? NEUTRAL
  const high = values[values.length >> 1] ?? NEUTRAL
  const mean = (low + high) / 2
  const rounded = mean > NEUTRAL ? Math.floor(mean) : Math.ceil(mean)
  return SCALE.find(([, value]) => value === rounded)?.[0] ?? 'NA'
}

/**
 * Disagreement from 0 (all the same) to 1 (half at each end): 1 minus the consensus of W. J. Tastle and M. J. Wierman,
 * "Consensus and dissention: A measure of ordinal dispersion", International Journal of Approximate Reasoning 45
 * (2007), 531–545: Cns = 1 + Σ p log2(1 − |x − μ| / d), with x from II = 1 to CC = 5, μ their mean and d = 4. NA is left
 * out; null for fewer than two ratings on the scale, who cannot disagree.
 */
export function disagreement(counts: Counts): number | null {
  const n = SCALE.reduce((sum, [rating]) => sum + countOf(counts, rating), 0)
  if (n < 2) return null
  const mean = SCALE.reduce((sum, [rating, value]) => sum + value * countOf(counts, rating), 0) / n
  const dissent = SCALE.reduce((sum, [rating, value]) => {
    const share = countOf(counts, rating) / n
    return share === 0 ? sum : sum - share * Math.log2(1 - Math.abs(value - mean) / 4)
  }, 0)
  return Math.min(1, Math.max(0, dissent))
}

export const classCell = (counts: Counts): ClassCell => ({
  n: total(counts),
  counts,
  middle: middleRating(counts),
  disagreement: disagreement(counts),
})

/** Steps between two ratings on the scale; null where one of them has nothing to say. */
export function distance(a: RatingName, b: RatingName): number | null {
  const [x, y] = [a, b].map((rating) => SCALE.find(([name]) => name === rating)?.[1])
  return x === undefined || y === undefined ? null : Math.abs(x - y)
}

/** A rating that others will want to hear the reason of: at an end of the scale, or two steps from the class's. */
export const isExtreme = (rating: RatingName, classes: RatingName | undefined): boolean =>
  rating === 'CC' || rating === 'II' || (classes !== undefined && (distance(rating, classes) ?? 0) >= 2)

/** The mean of what there is; null of nothing. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}
