import { type Election, type Matrix, type Outcome, places } from './election'
import { tiersBy } from './tiers'

/** 2^16 sets of options are some tens of milliseconds, and every option more doubles that. */
const MOST_OPTIONS = 16

/**
 * Kemeny (1959), Young and Levenglick (1978): of all strict rankings, those that agree with the most ballots
 * over all pairs. Every one of the best is found. The winners are their tops, and an option's tier is the
 * best position that it has in any of them: so no option is below one that all of them put lower. RangeError
 * beyond 16 options.
 */
export function kemeny({ pairwise }: Election): Outcome {
  if (pairwise.length > MOST_OPTIONS) {
    throw new RangeError(
      `Kemeny is counted exactly for at most ${MOST_OPTIONS} options; there are ${pairwise.length}.`,
    )
  }
  return { tiers: tiersBy(bestPositions(pairwise, bestAgreements(pairwise)), 'lowest') }
}

/**
 * agreement[set]: the most pairs of ballots that a ranking of the set (a bit an option) can agree with. After
 * Held and Karp (1962): the best ranking of a set is a top and the best ranking of the others.
 */
function bestAgreements(pairwise: Matrix): Float64Array {
  const agreement = new Float64Array(2 ** pairwise.length)
  for (let set = 1; set < agreement.length; set++) {
    for (const top of members(set)) {
      agreement[set] = Math.max(agreement[set]!, agreementUnder(pairwise, agreement, set, top))
    }
  }
  return agreement
}

function agreementUnder(pairwise: Matrix, agreement: Float64Array, set: number, top: number): number {
  const row = pairwise[top]!
  const others = set & ~(1 << top)
  let sum = agreement[others]!
  for (let rest = others; rest !== 0; rest &= rest - 1) sum += row[lowest(rest)]!
  return sum
}

/** The first position, counted from 0, of each option in any best ranking. */
function bestPositions(pairwise: Matrix, agreement: Float64Array): number[] {
  const options = pairwise.length
  const position = new Array<number>(options).fill(options)
  // The sets that some best ranking has left once its top options are taken, the fullest first.
  let left = new Set([agreement.length - 1])
  for (const taken of places(options)) {
    const next = new Set<number>()
    for (const set of left) {
      for (const top of members(set)) {
        if (agreementUnder(pairwise, agreement, set, top) !== agreement[set]) continue
        position[top] = Math.min(position[top]!, taken)
        next.add(set & ~(1 << top))
      }
    }
    left = next
  }
  return position
}

const lowest = (set: number) => 31 - Math.clz32(set & -set)

function members(set: number): number[] {
  const list: number[] = []
  for (let rest = set; rest !== 0; rest &= rest - 1) list.push(lowest(rest))
  return list
}
