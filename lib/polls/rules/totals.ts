/** One amount an option: `exact` to compare (numerators over one denominator), `shown` to report. */
export type Totals = { exact: bigint[]; shown: number[] }

/** From votes[i][k], whole votes each shared by k: the sum over k of votes[i][k] / k. */
export function sharesOf(votes: number[][]): Totals {
  const sizes = votes[0]!.map((_, size) => size).filter((size) => votes.some((row) => row[size]! > 0))
  const whole = sizes.reduce((multiple, size) => leastCommonMultiple(multiple, BigInt(size)), 1n)
  const exact = votes.map((row) =>
    sizes.reduce((sum, size) => sum + (BigInt(row[size]!) * whole) / BigInt(size), 0n),
  )
  return { exact, shown: exact.map((parts) => Number(parts) / Number(whole)) }
}

/**
 * The sum of each option's scores, from how many ballots gave it each score. A score is taken as the decimal
 * that it is written as, so that three times 0.1 ties with 0.3, in whatever order they are added.
 */
export function sumsOf(ballotsByScore: Map<number, number>[]): Totals {
  const sums = ballotsByScore.map((ballots) =>
    [...ballots].map(([score, count]) => ({ ...decimal(score), count: BigInt(count) })),
  )
  const places = Math.max(0, ...sums.flat().map((term) => term.places))
  const exact = sums.map((terms) =>
    terms.reduce((sum, term) => sum + term.digits * term.count * 10n ** BigInt(places - term.places), 0n),
  )
  return { exact, shown: exact.map((digits) => Number(`${digits}e-${places}`)) }
}

/** A score is `digits` divided by ten to the power of `places`. */
function decimal(score: number): { digits: bigint; places: number } {
  if (Number.isInteger(score)) return { digits: BigInt(score), places: 0 }
  const [mantissa = '0', exponent = '0'] = score.toExponential().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) }
}

const leastCommonMultiple = (a: bigint, b: bigint) => (a / greatestCommonDivisor(a, b)) * b
const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b)
