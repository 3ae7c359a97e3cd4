import { PCA } from 'ml-pca'
import { type Grid, votesIn } from './grid'

export type Point = [number, number]
export type Placed = { points: Point[]; loadings: Point[]; explained: Point }

/** Votes less each statement's mean; 0, the mean itself, where somebody did not vote. */
function centred(values: Grid['values']): number[][] {
  const width = values[0]?.length ?? 0
  const means = Array.from({ length: width }, (_, j) => {
    const cast = values.flatMap((row) => row[j] ?? [])
    return cast.length ? cast.reduce<number>((a, b) => a + b, 0) / cast.length : 0
  })
  return values.map((row) => row.map((v, j) => (v === null ? 0 : v - means[j]!)))
}

/**
 * People in the plane of the two directions in which their votes differ most: principal components of the votes, means
 * in place of missing ones, and whoever voted seldom moved out in proportion, as Polis does (Small, Bjorkegren,
 * Erkkilä, Shaw and Megill, "Polis: Scaling deliberation by mapping high dimensional opinion spaces", Recerca 26,
 * 2021). `explained`: each direction's share of all difference.
 */
export function place(values: Grid['values']): Placed {
  const rows = centred(values)
  const width = rows[0]?.length ?? 0
  const none: Point = [0, 0]
  if (rows.length < 2 || rows.every((row) => row.every((x) => x === 0)))
    return { points: rows.map(() => none), loadings: Array(width).fill(none), explained: none }
  const pca = new PCA(rows, { method: 'covarianceMatrix', center: false })
  const axes = pca.getEigenvectors()
  const loadings = Array.from({ length: width }, (_, j): Point => [axes.get(j, 0), axes.get(j, 1)])
  const points = rows.map((row, i): Point => {
    const stretch = Math.sqrt(width / Math.max(1, votesIn(values[i]!)))
    const on = (axis: 0 | 1) => row.reduce((sum, x, j) => sum + x * loadings[j]![axis], 0) * stretch
    return [on(0), on(1)]
  })
  const [first = 0, second = 0] = pca.getExplainedVariance()
  return { points, loadings, explained: [first, second] }
}
