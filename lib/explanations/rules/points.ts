/** A hundred points laid out over several things: whole numbers from 0 that always come to 100 together. */
export const ALL_POINTS = 100

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** `total` shared out in the proportions of `weights` (evenly where they are all 0), in whole points, the largest remainders first. */
function share(total: number, weights: readonly number[]): number[] {
  const all = sumOf(weights)
  const exact = weights.map((weight) => (all > 0 ? (total * weight) / all : total / weights.length))
  const points = exact.map(Math.floor)
  const left = total - sumOf(points)
  const next = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, left)
  for (const { i } of next) points[i] = (points[i] ?? 0) + 1
  return points
}

/** The points of somebody who has no preference among `n`. */
export const evenPoints = (n: number): number[] => share(ALL_POINTS, Array<number>(n).fill(1))

/**
 * The points after the one at `index` is set: the others keep their proportions. With one thing alone it has them all.
 * `to` is rounded and kept from 0 to 100.
 */
export function setPoints(points: readonly number[], index: number, to: number): number[] {
  if (points.length < 2) return points.map(() => ALL_POINTS)
  const wanted = Math.min(ALL_POINTS, Math.max(0, Math.round(to)))
  const others = share(
    ALL_POINTS - wanted,
    points.filter((_, i) => i !== index),
  )
  return points.map((_, i) => (i === index ? wanted : (others[i < index ? i : i - 1] ?? 0)))
}

export const areWhole = (points: readonly number[]): boolean =>
  points.every((p) => Number.isInteger(p) && p >= 0) && sumOf(points) === ALL_POINTS
