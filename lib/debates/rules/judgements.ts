/** Fewer than this many judgements are shown to nobody but those who made them. */
export const ENOUGH = 3
export const IMPACTS = [0, 1, 2, 3, 4] as const
export const IMPACT_NAMES = ['none', 'little', 'some', 'much', 'decisive'] as const

export type Judgement = { impact: number | null; probability: number | null }

export type Spread = {
  /** How many judged. */
  n: number
  /** How many in each bin: the five impacts, or probabilities by tens (the last one holds 90 to 100). */
  counts: number[]
  mean: number
  median: number
  /** The middle half lies between these. */
  low: number
  high: number
}
export type Distribution = { impact: Spread | null; probability: Spread | null }

/** By linear interpolation between the two nearest (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return below + (above - below) * (at - Math.floor(at))
}

function spread(values: number[], bins: number, binOf: (value: number) => number): Spread | null {
  if (values.length < ENOUGH) return null
  const sorted = [...values].sort((a, b) => a - b)
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of sorted) counts[binOf(value)] = (counts[binOf(value)] ?? 0) + 1
  return {
    n: sorted.length,
    counts,
    mean: Math.round((sorted.reduce((sum, v) => sum + v, 0) / sorted.length) * 10) / 10,
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
  }
}

const given = (values: readonly (number | null)[]): number[] => values.filter((v) => v !== null)

/** What the class makes of a claim, of impact and of probability each if enough have judged it; null where neither. */
export function distribution(judgements: readonly Judgement[]): Distribution | null {
  const impact = spread(given(judgements.map((j) => j.impact)), 5, (v) => v)
  const probability = spread(given(judgements.map((j) => j.probability)), 10, (v) =>
    Math.min(9, Math.floor(v / 10)),
  )
  return impact || probability ? { impact, probability } : null
}

/** The middle half of those who judged spans this many points of probability, or steps of impact. */
const WIDE = { probability: 40, impact: 2 }

/** The class is divided: judgements of its truth or its weight lie far apart. */
export const isDivided = (d: Distribution | null): boolean =>
  (d?.probability != null && d.probability.high - d.probability.low >= WIDE.probability) ||
  (d?.impact != null && d.impact.high - d.impact.low >= WIDE.impact)
