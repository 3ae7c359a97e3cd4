import type { Marks } from '../schema'

/** So many ballots that say the same. */
export type Kind = Marks & { count: number }

export type Counted = Marks & { count?: number }

const textOf = ({ ranking, scores }: Marks): string =>
  JSON.stringify([ranking, Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))])

/**
 * Ballots that say the same, together; the most frequent kind first, then by what they say, so that their order tells
 * nothing of when they were cast.
 */
export function kindsOf(ballots: Counted[]): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const { ranking, scores, count = 1 } of ballots) {
    const key = textOf({ ranking, scores })
    const known = kinds.get(key)
    if (known) known.count += count
    else kinds.set(key, { ranking, scores, count })
  }
  return [...kinds]
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : a > b ? 1 : 0))
    .map(([, kind]) => kind)
}

export const sizeOf = (ballots: Counted[]): number => ballots.reduce((sum, { count = 1 }) => sum + count, 0)
