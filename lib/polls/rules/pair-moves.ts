import type { Cells } from './chain'
import { FEWEST, type Flow, type ShownFlow, staysHidden } from './suppress'

type Linked = { before: string[][]; after: string[][] }
/** What two options were to each other before and after, among those who voted both times. */
export type PairMove = {
  a: string
  b: string
  /** How many put a above b. */
  before: number
  after: number
  /** How many turned the two round; null where that is not shown. */
  turned: { toA: number; toB: number } | null
}
export type PairMoves = { voters: number; pairs: PairMove[]; turnedAtLeast: number }

/** Which of two options a ranking puts first: 1 for a, -1 for b, 0 for neither. Those left out are level last. */
function verdict(ranking: string[][], a: string, b: string): number {
  const tier = (code: string) => {
    const at = ranking.findIndex((t) => t.includes(code))
    return at < 0 ? ranking.length : at
  }
  return Math.sign(tier(b) - tier(a))
}

/** Which of every two options a ballot puts first. */
export const verdicts =
  (codes: string[]): Cells =>
  ({ ranking }) => [
    '',
    ...codes.flatMap((a) => codes.filter((b) => verdict(ranking, a, b) === 1).map((b) => `${a}>${b}`)),
  ]

type Counted = PairMove & { turned: { toA: number; toB: number } }

function countPair(a: string, b: string, linked: Linked[]): Counted {
  const both = linked.map((l) => [verdict(l.before, a, b), verdict(l.after, a, b)] as const)
  const of = (test: (v: readonly [number, number]) => boolean) => both.filter(test).length
  const turned = { toA: of(([x, y]) => x === -1 && y === 1), toB: of(([x, y]) => x === 1 && y === -1) }
  return { a, b, before: of(([x]) => x === 1), after: of(([, y]) => y === 1), turned }
}

const isSmall = (n: number): boolean => n > 0 && n < FEWEST

/** First choices that moved are among those who turned the two round, so what is left of them can be subtracted. */
function mayBeTold({ a, b, turned: { toA, toB } }: Counted, shown: ShownFlow): boolean {
  const left = (n: number, from: string, to: string) => n - (shown[from]?.[to] ?? 0)
  return [toA, toB].every((n) => n >= FEWEST) && !isSmall(left(toA, b, a)) && !isSmall(left(toB, a, b))
}

/**
 * Whether even "not shown" would tell: the difference of the two directions is known from the results, and first
 * choices that are shown say that at least so many turned round, so that one or two did for certain.
 */
function hidingTells({ a, b, turned: { toA, toB } }: Counted, shown: ShownFlow): boolean {
  const known = { toA: shown[b]?.[a] ?? 0, toB: shown[a]?.[b] ?? 0 }
  const least = Math.max(
    0,
    toA <= toB ? known.toA : known.toB,
    toA <= toB ? known.toB - (toB - toA) : known.toA - (toA - toB),
  )
  return Math.min(toA, toB) < FEWEST && least > 0
}

/** The pairs whose turning may be told, so that no small group of the table of first choices comes out by them. */
function told(counted: Counted[], flow: Flow, shown: ShownFlow): Counted[] {
  if (counted.some((pair) => hidingTells(pair, shown))) return []
  const may = counted.filter((pair) => mayBeTold(pair, shown))
  const bound = (pairs: Counted[]) => (from: string, to: string) => {
    const pair = pairs.find((p) => (p.a === from && p.b === to) || (p.a === to && p.b === from))
    if (!pair || from === to) return Number.POSITIVE_INFINITY
    return pair.a === to ? pair.turned.toA : pair.turned.toB
  }
  const order = [...may].sort((p, q) => q.turned.toA + q.turned.toB - (p.turned.toA + p.turned.toB))
  const kept: Counted[] = []
  for (const pair of order) if (staysHidden(flow, shown, bound([...kept, pair]))) kept.push(pair)
  return kept
}

/**
 * Movement in pairwise terms: for every two options, how many put the one above the other before and after (the one
 * that gained is `a`), and how many turned the two round, where at least three did in each direction and nothing can be
 * worked out by subtraction from the table of first choices. `turnedAtLeast`: pairs that a voter turned round on
 * average, by what is shown alone.
 */
export function pairMovesOf(
  codes: string[],
  linked: Linked[],
  first: { flow: Flow; shown: ShownFlow },
): PairMoves | null {
  if (linked.length < FEWEST) return null
  const counted = codes.flatMap((a, i) =>
    codes.slice(i + 1).map((b) => {
      const pair = countPair(a, b, linked)
      return pair.after >= pair.before ? pair : countPair(b, a, linked)
    }),
  )
  const shown = new Set(told(counted, first.flow, first.shown))
  const pairs = counted
    .map((pair): PairMove => ({ ...pair, turned: shown.has(pair) ? pair.turned : null }))
    .sort((p, q) => q.after - q.before - (p.after - p.before) || q.after - p.after)
  const least = pairs.reduce(
    (sum, { turned, before, after }) => sum + (turned ? turned.toA + turned.toB : after - before),
    0,
  )
  return { voters: linked.length, pairs, turnedAtLeast: least / linked.length }
}
