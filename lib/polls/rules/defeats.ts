import { type Matrix, places, type Settings } from './election'

export type Defeat = { winner: number; loser: number; for: number; against: number }

/** Compares two defeats: negative when the first is the weaker. */
export type Compare = (x: Defeat, y: Defeat) => number

/** Every contest that one side won. */
export function defeatsIn(pairwise: Matrix): Defeat[] {
  const all = places(pairwise.length)
  return all.flatMap((winner) =>
    all
      .filter((loser) => pairwise[winner]![loser]! > pairwise[loser]![winner]!)
      .map((loser) => ({
        winner,
        loser,
        for: pairwise[winner]![loser]!,
        against: pairwise[loser]![winner]!,
      })),
  )
}

/**
 * The number by which a defeat is known. Two defeats are equally strong exactly when these numbers are equal,
 * so that what a result shows is what decided it: Schulze (2011, section 2.1) would also tell apart defeats
 * with equal votes for by the votes against, and ratios to nothing by the votes for.
 */
const strengthOf: Record<Settings['strength'], (defeat: Defeat) => number> = {
  winning: (defeat) => defeat.for,
  margins: (defeat) => defeat.for - defeat.against,
  ratio: (defeat) => defeat.for / defeat.against,
}

export const compareBy: Record<Settings['strength'], Compare> = {
  winning: (x, y) => x.for - y.for,
  margins: (x, y) => x.for - x.against - (y.for - y.against),
  // Multiplied out, since quotients are rounded and the products may be too large for a double.
  ratio: (x, y) => {
    const [left, right] = [BigInt(x.for) * BigInt(y.against), BigInt(y.for) * BigInt(x.against)]
    return left < right ? -1 : left > right ? 1 : 0
  },
}

/** Defeats grouped by strength, the weakest first. */
export function byStrength(defeats: Defeat[], compare: Compare): Defeat[][] {
  const groups: Defeat[][] = []
  for (const defeat of [...defeats].sort(compare)) {
    const group = groups.at(-1)
    if (group && compare(group[0]!, defeat) === 0) group.push(defeat)
    else groups.push([defeat])
  }
  return groups
}

/**
 * Strengths as whole numbers that can be compared exactly: grade[a][b] is 0 where a does not defeat b,
 * otherwise 1 for the weakest defeats and so on up. `shown` gives the strength of each grade.
 */
export function gradesOf(
  pairwise: Matrix,
  strength: Settings['strength'],
): { grade: Matrix; shown: number[] } {
  const grade = pairwise.map((row) => row.map(() => 0))
  const groups = byStrength(defeatsIn(pairwise), compareBy[strength])
  groups.forEach((group, i) => {
    for (const { winner, loser } of group) grade[winner]![loser] = i + 1
  })
  return { grade, shown: [0, ...groups.map((group) => strengthOf[strength](group[0]!))] }
}
