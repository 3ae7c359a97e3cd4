import type { Cause } from '../schema'
import { FEWEST } from './suppress'

export type CauseCount = Cause & { ballots: number }

/**
 * How many ballots name each cause, most first; those that fewer than three name are left out. Nothing else is told of
 * causes (neither how many ballots name any, nor how many are named in all), so nothing can be subtracted.
 */
export function causeCounts(named: Cause[][]): CauseCount[] {
  const counts = new Map<string, CauseCount>()
  for (const { kind, id } of named.flat()) {
    const known = counts.get(`${kind} ${id}`)
    if (known) known.ballots += 1
    else counts.set(`${kind} ${id}`, { kind, id, ballots: 1 })
  }
  return [...counts.values()]
    .filter(({ ballots }) => ballots >= FEWEST)
    .sort((a, b) => b.ballots - a.ballots || (a.id < b.id ? -1 : 1))
}
