import { badBallot } from './bad-ballot'

type Counted = { count?: number }

/**
 * How many voters cast each ballot. RangeError unless every count is a whole number, zero or more, and their
 * sum is small enough for every later sum (votes times pairs of options, doubled) to be an exact integer.
 */
export function readCounts(ballots: Counted[], options: number): number[] {
  const counts = ballots.map(readCount)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total > Number.MAX_SAFE_INTEGER / (2 * options * options)) {
    throw new RangeError('There are more ballots than can be counted exactly.')
  }
  return counts
}

function readCount({ count = 1 }: Counted, row: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count
  throw badBallot(row, `counts ${count} times; a count is a whole number, zero or more`)
}
