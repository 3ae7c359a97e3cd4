import { gradesOf } from './defeats'
import type { Election, Matrix, Outcome } from './election'
import { tiersUnder } from './tiers'

/**
 * Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method", Social Choice and Welfare 36 (2011): a is above b when the strongest path of defeats from
 * a to b is stronger than any from b to a, a path being as strong as its weakest defeat. The relation is
 * transitive (section 4.1), and the winners are the options that none is above.
 */
export function schulze({ pairwise, settings }: Election): Outcome {
  const { grade, shown } = gradesOf(pairwise, settings.strength)
  const path = strongestPaths(grade)
  return {
    tiers: tiersUnder(path.length, (a, b) => path[a]![b]! > path[b]![a]!),
    paths: path.map((row) => row.map((strength) => shown[strength]!)),
  }
}

/** Floyd (1962) with the widest path in place of the shortest; Schulze, section 2.3. */
function strongestPaths(grade: Matrix): Matrix {
  const path = grade.map((row) => [...row])
  for (const [via, onward] of path.entries()) {
    for (const from of path) {
      for (let to = 0; to < path.length; to++) {
        from[to] = Math.max(from[to]!, Math.min(from[via]!, onward[to]!))
      }
    }
  }
  return path
}
