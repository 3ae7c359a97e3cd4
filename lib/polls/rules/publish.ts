import { type Matrix, type Outcome, places } from './election'
import type { Method, Tally } from './types'

/** Puts the names of the options to an outcome that knows them by their place. */
export function publish(method: Method, names: string[], pairwise: Matrix, outcome: Outcome): Tally {
  const { tiers, scores, rounds, paths, locked, tiedAt } = outcome
  const name = (option: number) => names[option]!
  return {
    method,
    winners: tiers[0]!.map(name),
    ranking: tiers.map((tier) => tier.map(name)),
    ...(scores && { scores: record(names, scores) }),
    ...(rounds && { rounds: rounds.map(({ standing, votes }) => record(standing.map(name), votes)) }),
    pairwise: matrixRecord(names, pairwise),
    ...(paths && { paths: matrixRecord(names, paths) }),
    ...(locked && { locked: locked.map(([winner, loser]): [string, string] => [name(winner), name(loser)]) }),
    ...(tiedAt !== undefined && { tiedAt }),
  }
}

/** From entries, for an option may be called "__proto__". */
const record = <T>(names: string[], values: T[]): Record<string, T> =>
  Object.fromEntries(names.map((name, i) => [name, values[i]!]))

/** Without the diagonal: no option is set against itself. */
function matrixRecord(names: string[], matrix: Matrix): Record<string, Record<string, number>> {
  const others = (a: number) => places(names.length).filter((b) => b !== a)
  return record(
    names,
    matrix.map((row, a) =>
      record(
        others(a).map((b) => names[b]!),
        others(a).map((b) => row[b]!),
      ),
    ),
  )
}
