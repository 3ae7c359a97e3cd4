import type { Counted } from '../rules/kinds'
import type { Fraction, Of } from './types'

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))

/** n / d in lowest terms. */
export function fraction(n: bigint, d: bigint): Fraction {
  const by = divisor(n, d)
  return d === by ? `${n / by}` : `${n / by}/${d / by}`
}

/** First choices among those standing, exactly; a ballot's vote is shared by those that it ties for best. */
export function sharedVotes(ballots: Counted[], standing: string[]): Of<Fraction> {
  const wholes = standing.map(() => new Map<number, number>())
  for (const { ranking, count = 1 } of ballots) {
    const best = ranking
      .map((tier) => tier.filter((o) => standing.includes(o)))
      .find((tier) => tier.length > 0)
    for (const option of best ?? []) {
      const sizes = wholes[standing.indexOf(option)]
      if (sizes && best) sizes.set(best.length, (sizes.get(best.length) ?? 0) + count)
    }
  }
  return Object.fromEntries(standing.map((option, i) => [option, total(wholes[i] ?? new Map())]))
}

function total(sizes: Map<number, number>): Fraction {
  const whole = [...sizes.keys()].reduce((product, size) => product * BigInt(size), 1n)
  const parts = [...sizes].reduce((sum, [size, count]) => sum + (BigInt(count) * whole) / BigInt(size), 0n)
  return fraction(parts, whole)
}

/** As a number to show: rounded as doubles are. */
export function fractionValue(fraction: Fraction): number {
  const [n = '0', d = '1'] = fraction.split('/')
  return Number(n) / Number(d)
}
