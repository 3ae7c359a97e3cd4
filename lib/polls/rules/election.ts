import type { TallyOptions } from './types'

/** Ballots as one table: a row for each ballot, a column for each option. `counts` has one entry a row. */
export type Table = { columns: number; cells: Int32Array | Float64Array; counts: number[] }

/** matrix[a][b] for options a and b by their place in the poll. */
export type Matrix = number[][]

export type Settings = Required<TallyOptions>

/** What every method counts: options are known by their place in `names`. */
export type Election = { names: string[]; table: Table; pairwise: Matrix; settings: Settings }

export type Round = { standing: number[]; votes: number[] }

/** What every method answers: the first of the `tiers` are the winners. */
export type Outcome = {
  tiers: number[][]
  scores?: number[]
  rounds?: Round[]
  paths?: Matrix
  locked?: [number, number][]
  tiedAt?: string
}

export const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place)
