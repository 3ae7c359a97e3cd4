/** Summed from the smallest up, so that the order in which evidence is listed does not change a bit of it. */
const sum = (values: number[]): number =>
  Float64Array.from(values)
    .sort()
    .reduce((a, b) => a + b, 0)

function weight(value: number | undefined, what: string): number {
  if (value === undefined) throw new RangeError(`The ${what} is missing.`)
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`The ${what} must be a number that is not negative.`)
  return value
}

const own = (row: Record<string, number>, key: string) => (Object.hasOwn(row, key) ? row[key] : undefined)

/**
 * Bayes' rule over rival explanations, the evidence taken as independent given each of them: the posterior
 * is proportional to the prior times every likelihood, and sums to 1. Only proportions matter, in the prior
 * (points out of 100 will do) and within a row of likelihoods. Logarithms keep long products from
 * vanishing; a zero rules its explanation out for good.
 *
 * Throws a RangeError if a number is negative, missing or not finite, or if nothing is left possible.
 */
export function posterior(
  prior: Record<string, number>,
  likelihoods: Record<string, number>[],
): Record<string, number> {
  const names = Object.keys(prior)
  const logs = names.map((name) =>
    sum([
      Math.log(weight(own(prior, name), `prior of "${name}"`)),
      ...likelihoods.map((row) => Math.log(weight(own(row, name), `likelihood under "${name}"`))),
    ]),
  )
  const top = Math.max(...logs)
  if (top === -Infinity) throw new RangeError('Every explanation has been given a zero: none is left.')
  const relative = logs.map((log) => Math.exp(log - top))
  const total = sum(relative)
  return Object.fromEntries(names.map((name, i) => [name, relative[i]! / total]))
}

/**
 * A likelihood ratio as weight of evidence, in decibels: 10 log10. 10 dB is ten to one, 0 dB says nothing
 * (I. J. Good, Probability and the Weighing of Evidence, 1950; E. T. Jaynes, Probability Theory, section 4.2).
 * Throws a RangeError for a ratio that is not a positive number: certainty has no finite weight.
 */
export function decibels(ratio: number): number {
  if (!(ratio > 0 && ratio < Infinity)) throw new RangeError('A likelihood ratio must be a positive number.')
  return 10 * Math.log10(ratio)
}
