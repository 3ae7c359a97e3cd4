import type { Matrix, Table } from './election'
import { UNRANKED } from './ranked-ballots'

/** Whether a ballot with these two cells puts the first option above the second. */
export type Above = (first: number, second: number) => boolean

export const higherScore: Above = (first, second) => first > second
export const betterTier: Above = (first, second) => first < second
export const betterTierOfBoth: Above = (first, second) => first < second && second !== UNRANKED

/** matrix[a][b]: ballots that put a above b. */
export function pairwise({ columns, cells, counts }: Table, above: Above): Matrix {
  const matrix = Array.from({ length: columns }, () => new Array<number>(columns).fill(0))
  for (let row = 0; row < counts.length; row++) {
    const start = row * columns
    for (let a = 0; a < columns; a++) {
      const over = matrix[a]!
      const cell = cells[start + a]!
      for (let b = 0; b < columns; b++) {
        if (above(cell, cells[start + b]!)) over[b]! += counts[row]!
      }
    }
  }
  return matrix
}
