import type { Table } from './election'
import { firstChoices } from './first-choices'
import { tiersBy } from './tiers'
import type { Totals } from './totals'

/** A round's votes, in the order of `standing`, and the options with the fewest. */
export type Count = { standing: number[]; votes: Totals; lowest: number[] }

/** Following every way out of a tie may meet this many sets of options at a time. */
const MOST_SETS = 5_000

export function countOf(table: Table, standing: number[]): Count {
  const votes = firstChoices(table, standing)
  const fewest = tiersBy(votes.exact, 'lowest')[0]!
  return { standing, votes, lowest: fewest.map((i) => standing[i]!) }
}

/**
 * The next options that stand whichever way ties are broken, or null when there are none, and the winner
 * hangs on a tie. Null too for a tie with more ways out than can be followed: it cannot be shown to do no
 * harm.
 */
export function nextCertain(table: Table, count: Count): number[] | null {
  if (count.lowest.length === 1 || goOutTogether(count)) return without(count.standing, count.lowest)
  return neverMeet(table, count) ? null : firstMeeting(table, count)
}

/**
 * When the tied options have fewer votes together than any other has alone, no passing of votes among them
 * can save one: all of them go before any other does. (Options without a vote, above all.)
 */
function goOutTogether({ standing, votes, lowest }: Count): boolean {
  const together = lowest.reduce((sum, option) => sum + votes.exact[standing.indexOf(option)]!, 0n)
  const others = votes.exact.filter((_, i) => !lowest.includes(standing[i]!))
  return others.length > 0 && others.every((votes) => together < votes)
}

/** Breadth first, a set a size: the ways out meet where only one set of a size can be reached. */
function firstMeeting(table: Table, count: Count): number[] | null {
  let sets = waysOut([count])
  while (sets.length > 1 && sets.length <= MOST_SETS && sets[0]!.length > 1) {
    sets = waysOut(sets.map((standing) => countOf(table, standing)))
  }
  return sets.length === 1 ? sets[0]! : null
}

function waysOut(counts: Count[]): number[][] {
  const sets = new Map<string, number[]>()
  for (const { standing, lowest } of counts) {
    for (const option of lowest) {
      const left = without(standing, [option])
      sets.set(left.join(), left)
    }
  }
  return [...sets.values()]
}

/**
 * Whether a few ways out, those that always drop the first or the last of the tied, already share no set on
 * the way. It spares following all of them, which may be two to the number of options, where many tie.
 */
function neverMeet(table: Table, { standing, lowest }: Count): boolean {
  const seen = standing.map(() => new Set<string>())
  for (const option of lowest) {
    for (const end of [0, -1]) {
      let left = without(standing, [option])
      for (;;) {
        seen[left.length]!.add(left.join())
        if (left.length === 1) break
        left = without(left, [countOf(table, left).lowest.at(end)!])
      }
    }
  }
  return seen.slice(1).every((sets) => sets.size > 1)
}

const without = (standing: number[], gone: number[]) => standing.filter((option) => !gone.includes(option))
