// What every check rests on: comparing, counting again, exact fractions. Part of ../checker.mjs; imports nothing.

export class Fault extends Error {}

export const need = (holds, sentence) => {
  if (!holds) throw new Fault(sentence)
}

/** Text that is the same for the same content, whatever the order of keys. */
const plain = (value) =>
  JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))
      : v,
  )
export const same = (what, given, found) =>
  need(
    plain(given) === plain(found),
    `"${what}" is given as ${plain(given)} and comes out as ${plain(found)}.`,
  )

export const countOf = ({ count = 1 }) => count
export const sum = (numbers) => numbers.reduce((total, n) => total + n, 0)
export const record = (names, value) => Object.fromEntries(names.map((name) => [name, value(name)]))
const tiersOf = ({ ranking = [] }) => ranking.filter((tier) => tier.length > 0)
/** Options left out are level below the rest. */
const placeOn = (ballot, option) => {
  const place = tiersOf(ballot).findIndex((tier) => tier.includes(option))
  return place < 0 ? Number.POSITIVE_INFINITY : place
}
export const scoreOn = ({ scores = {} }, option) => (Object.hasOwn(scores, option) ? scores[option] : 0)

const higherPlace = (ballot, a, b) => placeOn(ballot, a) < placeOn(ballot, b)
export const higherScore = (ballot, a, b) => scoreOn(ballot, a) > scoreOn(ballot, b)
const matrixOf = (options, ballots, above = higherPlace) =>
  record(options, (a) =>
    record(
      options.filter((b) => b !== a),
      (b) => sum(ballots.filter((ballot) => above(ballot, a, b)).map(countOf)),
    ),
  )

export const checkedMatrix = (certificate, options, ballots, above) => {
  const matrix = matrixOf(options, ballots, above)
  same('matrix', certificate.matrix, matrix)
  return matrix
}

/** Tiers of the options by a value each, the largest first; `order` compares two values. */
export function tiersBy(options, value, order = (x, y) => (x < y ? -1 : x > y ? 1 : 0)) {
  const tiers = []
  for (const option of [...options].sort((a, b) => order(value(b), value(a)))) {
    const tier = tiers.at(-1)
    if (tier && order(value(tier[0]), value(option)) === 0) tier.push(option)
    else tiers.push([option])
  }
  return tiers.map((tier) => options.filter((o) => tier.includes(o)))
}

/** First those that nothing is above, then those that nothing left is above, and so on. */
export function tiersUnder(options, above) {
  const tiers = []
  for (let left = options; left.length > 0; left = left.filter((o) => !tiers.at(-1).includes(o))) {
    const first = left.filter((a) => !left.some((b) => b !== a && above(b, a)))
    need(first.length > 0, 'The order runs in a circle.')
    tiers.push(first)
  }
  return tiers
}

const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b))
/** Exact: [numerator, denominator] in lowest terms. */
export const fraction = (n, d) => [n / divisor(n, d), d / divisor(n, d)]
const plus = ([a, b], [c, d]) => fraction(a * d + c * b, b * d)
export const compare = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0)
export const written = ([n, d]) => (d === 1n ? `${n}` : `${n}/${d}`)

/** Each ballot's one vote, shared by the best of those standing that it ranks. */
export function firstChoices(ballots, standing) {
  const votes = new Map(standing.map((o) => [o, [0n, 1n]]))
  for (const ballot of ballots) {
    const best = tiersOf(ballot)
      .map((tier) => tier.filter((o) => standing.includes(o)))
      .find((tier) => tier.length > 0)
    for (const o of best ?? [])
      votes.set(o, plus(votes.get(o), fraction(BigInt(countOf(ballot)), BigInt(best.length))))
  }
  return votes
}

/** The shortest chain from one to the other along `steps`, by the order of the options; null where there is none. */
export function chain(options, from, to, steps) {
  const cameFrom = new Map([[from, null]])
  for (const at of cameFrom.keys())
    for (const next of options) if (!cameFrom.has(next) && steps(at, next)) cameFrom.set(next, at)
  if (!cameFrom.has(to)) return null
  const found = []
  for (let at = to; at !== null; at = cameFrom.get(at)) found.unshift(at)
  return found
}

export function totalsOf(options, ballots, most) {
  const whole = (n) => Number.isSafeInteger(n) && n >= 0 && n <= most
  need(
    ballots.every((b) => Object.values(b.scores ?? {}).every(whole)),
    `A ballot has a score that is not a whole number from 0 to ${most}.`,
  )
  return record(options, (o) => sum(ballots.map((b) => scoreOn(b, o) * countOf(b))))
}
