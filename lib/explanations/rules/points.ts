/** A hundred points over several things: whole numbers from 0 that always come to 100 together. */
export const ALL_POINTS = 100

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/**
 * Shares out so many points in proportion to the weights, in whole points by the largest remainder (Hamilton's method);
 * equal remainders go by place. Without any weight, evenly.
 */
export function shareOut(points: number, weights: readonly number[]): number[] {
  const total = sumOf(weights)
  const shares = weights.map((w) => (total > 0 ? w * points : points))
  const by = total > 0 ? total : weights.length
  const given = shares.map((share) => Math.floor(share / by))
  const first = shares
    .map((share, i) => ({ i, rest: share % by }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, points - sumOf(given))
  for (const { i } of first) given[i] = (given[i] ?? 0) + 1
  return given
}

/** The points of somebody who has no preference among so many. */
export const evenPoints = (n: number): number[] => shareOut(ALL_POINTS, new Array<number>(n).fill(0))

/** Whether these are whole points that come to a hundred. */
export const areWhole = (points: readonly number[]): boolean =>
  points.every((p) => Number.isInteger(p) && p >= 0) && sumOf(points) === ALL_POINTS
