import { kmeans } from 'ml-kmeans'
import { FEWEST } from '../../rules/suppress'
import type { Point } from './place'

export const MOST_GROUPS = 5
const STARTS = 4

export type Clustering = { labels: number[]; count: number; silhouette: number }

const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

const sizes = (labels: number[], count: number): number[] => {
  const size = new Array<number>(count).fill(0)
  for (const label of labels) size[label]! += 1
  return size
}

/** The best of several starts of k-means; null where there are not as many different points. */
export function divide(points: Point[], count: number): number[] | null {
  if (new Set(points.map(String)).size < count) return null
  let best: { labels: number[]; error: number } | null = null
  for (let seed = 1; seed <= STARTS; seed++) {
    const { clusters, centroids } = kmeans(points, count, { seed, maxIterations: 60 })
    const error = points.reduce((sum, p, i) => sum + apart(p, centroids[clusters[i]!] as Point) ** 2, 0)
    if (!best || error < best.error - 1e-12) best = { labels: clusters, error }
  }
  return best?.labels ?? null
}

function distances(points: Point[]): Float64Array[] {
  const rows = points.map(() => new Float64Array(points.length))
  for (let i = 0; i < points.length; i++)
    for (let j = 0; j < i; j++) rows[i]![j] = rows[j]![i] = apart(points[i]!, points[j]!)
  return rows
}

/**
 * Mean silhouette (Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20, 1987): 1 where groups
 * are tight and far apart, about 0 where they run into each other.
 */
function silhouette(rows: Float64Array[], labels: number[], count: number): number {
  const size = sizes(labels, count)
  let total = 0
  for (const [i, row] of rows.entries()) {
    const sums = new Float64Array(count)
    for (let j = 0; j < row.length; j++) sums[labels[j]!]! += row[j]!
    const own = labels[i]!
    const within = sums[own]! / Math.max(1, size[own]! - 1)
    let nearest = Number.POSITIVE_INFINITY
    for (let c = 0; c < count; c++)
      if (c !== own && size[c]! > 0) nearest = Math.min(nearest, sums[c]! / size[c]!)
    total += size[own] === 1 ? 0 : (nearest - within) / (Math.max(nearest, within) || 1)
  }
  return total / rows.length
}

/** The clearest division into two to five groups of three or more; null where there is none. */
export function clearest(points: Point[]): Clustering | null {
  const rows = distances(points)
  let best: Clustering | null = null
  for (let count = 2; count <= MOST_GROUPS && points.length >= FEWEST * count; count++) {
    const labels = divide(points, count)
    if (!labels || sizes(labels, count).some((n) => n < FEWEST)) continue
    const clear = silhouette(rows, labels, count)
    if (!best || clear > best.silhouette) best = { labels, count, silhouette: clear }
  }
  return best
}

const pairs = (n: number): number => (n * (n - 1)) / 2

/** How far two divisions of the same people agree, chance taken off: 1 for the same (Hubert and Arabie, "Comparing partitions", Journal of Classification 2, 1985). */
export function adjustedRand(a: number[], b: number[]): number {
  const table = new Map<string, number>()
  for (const [i, label] of a.entries()) {
    const key = `${label} ${b[i]}`
    table.set(key, (table.get(key) ?? 0) + 1)
  }
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, n) => total + pairs(n), 0)
  const rows = sum(sizes(a, Math.max(...a) + 1))
  const columns = sum(sizes(b, Math.max(...b) + 1))
  const expected = (rows * columns) / Math.max(1, pairs(a.length))
  const most = (rows + columns) / 2
  return most === expected ? 1 : (sum(table.values()) - expected) / (most - expected)
}
