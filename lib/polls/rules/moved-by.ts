import type { Cause } from '../schema'
import { FEWEST } from './suppress'

/** `ballots` null: all ballots name it, or all but one or two. */
export type CauseCount = Cause & { ballots: number | null }

/**
 * How many ballots name each cause, most first; those that fewer than three name are left out, and where fewer than
 * three of all that were cast do not name it, it is not told how many do. Nothing else is told of causes (neither how
 * many ballots name any, nor how many are named in all), so nothing can be subtracted.
 */
export function causeCounts(named: Cause[][], cast: number): CauseCount[] {
  const counts = new Map<string, Cause & { ballots: number }>()
  for (const { kind, id } of named.flat()) {
    const known = counts.get(`${kind} ${id}`)
    if (known) known.ballots += 1
    else counts.set(`${kind} ${id}`, { kind, id, ballots: 1 })
  }
  return [...counts.values()]
    .filter(({ ballots }) => ballots >= FEWEST)
    .map((cause) => ({ ...cause, ballots: cast - cause.ballots < FEWEST ? null : cause.ballots }))
    .sort((a, b) => (b.ballots ?? cast) - (a.ballots ?? cast) || (a.id < b.id ? -1 : 1))
}
