import type { Point } from './place'

/** A group's place without its people's: the middle, and how far it reaches along its length and its width. */
export type Cloud = { centre: Point; axes: [number, number]; tilt: number }

/** Half-axes in standard deviations: most of a group lies within. */
const REACH = 1.8
/** So that people who vote alike still make a cloud that can be seen. */
const LEAST = 0.25

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** The ellipse of the points' covariance; `tilt` in radians, from across to upward. */
export function cloudOf(points: Point[]): Cloud {
  const centre: Point = [mean(points.map((p) => p[0])), mean(points.map((p) => p[1]))]
  const xx = mean(points.map((p) => (p[0] - centre[0]) ** 2))
  const yy = mean(points.map((p) => (p[1] - centre[1]) ** 2))
  const xy = mean(points.map((p) => (p[0] - centre[0]) * (p[1] - centre[1])))
  const middle = (xx + yy) / 2
  const half = Math.hypot((xx - yy) / 2, xy)
  const axis = (variance: number) => Math.max(LEAST, REACH * Math.sqrt(Math.max(0, variance)))
  return { centre, axes: [axis(middle + half), axis(middle - half)], tilt: Math.atan2(2 * xy, xx - yy) / 2 }
}
