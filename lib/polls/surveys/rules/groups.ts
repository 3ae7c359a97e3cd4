import { seeded, shuffle } from '@/lib/random/seeded'
import { adjustedRand, type Clustering, clearest, divide } from './cluster'
import { type Grid, LEAST_PEOPLE, LEAST_STATEMENTS } from './grid'
import { type Placed, type Point, place } from './place'

export const SHUFFLES = 199
const CLOUDS = 99
const HALVES = 30
/** Of shuffled votes at most one in a hundred may look as clear; of single clouds one in twenty. */
const CHANCE = 0.01
const CLOUD = 0.05
/** An adjusted Rand index of 0.6 and more: most people stay together when others are left out. */
const STEADY = 0.6
const KEPT = 0.75

type Tries = { asGood: number; of: number }

/** The share of tries that did as well, what was observed counted among them (Phipson and Smyth, 2010). */
const shareOf = ({ asGood, of }: Tries): number => (1 + asGood) / (1 + of)

export type Facts = {
  /** Of all distance between people, how much lies between the groups: 0 to 1. */
  share: number
  /** 1: tight and far apart; 0: running into each other. */
  silhouette: number
  /** How many of the shuffled votes have groups as far apart; null where that was not reached. */
  chance: Tries | null
  /** The same of even clouds. */
  cloud: Tries | null
  /** Mean adjusted Rand index when a quarter of the people is left out. */
  steady: number | null
}

export type Groups =
  | { state: 'too-few' }
  | { state: 'none'; why: 'chance' | 'cloud' | 'unsteady'; facts: Facts }
  | { state: 'found'; labels: number[]; count: number; placed: Placed; facts: Facts }

/** Each statement's votes dealt anew among those who voted on it: what is left of any pattern is chance. */
export function shuffleVotes(values: Grid['values'], random: () => number): Grid['values'] {
  const dealt = values.map((row) => [...row])
  for (let j = 0; j < (values[0]?.length ?? 0); j++) {
    const voters = values.flatMap((row, i) => (row[j] === null ? [] : [i]))
    const votes = shuffle(
      voters.map((i) => values[i]![j]!),
      random,
    )
    for (const [k, i] of voters.entries()) dealt[i]![j] = votes[k]!
  }
  return dealt
}

const within = (points: Point[]): number => {
  const middle = ([0, 1] as const).map((axis) => points.reduce((sum, p) => sum + p[axis], 0) / points.length)
  return points.reduce((sum, p) => sum + (p[0] - middle[0]!) ** 2 + (p[1] - middle[1]!) ** 2, 0)
}

const ofEach = (points: Point[], labels: number[], count: number): Point[][] =>
  Array.from({ length: count }, (_, group) => points.filter((_, i) => labels[i] === group))

/** How much of all distance lies between the groups of the best division: sums of squares. */
function between(points: Point[], count: number): { sum: number; share: number } {
  const labels = divide(points, count)
  const total = within(points)
  if (!labels || total === 0) return { sum: 0, share: 0 }
  const inside = ofEach(points, labels, count).reduce((sum, group) => sum + within(group), 0)
  return { sum: total - inside, share: 1 - inside / total }
}

/** Two groups stand on a line; more need the plane. */
const inFewest = (points: Point[], count: number): Point[] =>
  count === 2 ? points.map(([x]): Point => [x, 0]) : points

const spread = (points: Point[], axis: 0 | 1): number =>
  Math.sqrt(points.reduce((sum, p) => sum + p[axis] ** 2, 0) / points.length)

/** As many points in one even cloud without a gap, as long and as wide. */
function oneCloud(points: Point[], random: () => number): Point[] {
  const even = (axis: 0 | 1) => Math.sqrt(12) * spread(points, axis)
  const [wide, high] = [even(0), even(1)]
  return points.map((): Point => [wide * (random() - 0.5), high * (random() - 0.5)])
}

/**
 * How often chance does as well. Stops as soon as it is too often (Besag and
 * Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991); yields between two tries.
 */
function* asGood(
  observed: number,
  tries: number,
  highest: number,
  once: () => number,
): Generator<void, Tries> {
  let better = 0
  for (let n = 1; n <= tries; n++) {
    if (once() >= observed - 1e-9) better++
    if (shareOf({ asGood: better, of: tries }) > highest) return { asGood: better, of: n }
    yield
  }
  return { asGood: better, of: tries }
}

/** Whether the same people stay together when a quarter is left out. */
function* steadiness(
  { values }: Grid,
  { labels, count }: Clustering,
  random: () => number,
): Generator<void, number> {
  let total = 0
  const some = Math.max(count * 2, Math.round(values.length * KEPT))
  for (let n = 0; n < HALVES; n++) {
    const order = shuffle(
      values.map((_, i) => i),
      random,
    )
    const kept = order.slice(0, some).sort((a, b) => a - b)
    const again = divide(place(kept.map((i) => values[i]!)).points, count)
    total += again
      ? adjustedRand(
          kept.map((i) => labels[i]!),
          again,
        )
      : 0
    yield
  }
  return total / HALVES
}

/**
 * Groups of people who vote alike, or that there are none. They must lie further apart than groups in shuffled votes
 * (chance alone); further apart than those of one even cloud as long and as wide (a spectrum without a gap: the
 * reference of Tibshirani, Walther and Hastie, "Estimating the number of clusters in a data set via the gap statistic",
 * Journal of the Royal Statistical Society B 63, 2001); and last when people are left out. The same votes always give
 * the same answer. A generator, so that a server can do other things between its steps.
 */
export function* findGroups(grid: Grid): Generator<void, Groups> {
  const { values, people, statements } = grid
  if (people.length < LEAST_PEOPLE || statements.length < LEAST_STATEMENTS) return { state: 'too-few' }
  const random = seeded(`groups ${people.length} ${statements.length}`)
  const placed = place(values)
  const found = clearest(placed.points)
  const facts: Facts = {
    share: 0,
    silhouette: found?.silhouette ?? 0,
    chance: null,
    cloud: null,
    steady: null,
  }
  if (!found) return { state: 'none', why: 'chance', facts }
  const { labels, count } = found
  const { sum } = between(placed.points, count)
  const few = inFewest(placed.points, count)
  facts.share = between(few, count).share
  const dealt = () => between(place(shuffleVotes(values, random)).points, count).sum
  facts.chance = yield* asGood(sum, SHUFFLES, CHANCE, dealt)
  if (shareOf(facts.chance) > CHANCE) return { state: 'none', why: 'chance', facts }
  facts.cloud = yield* asGood(facts.share, CLOUDS, CLOUD, () => between(oneCloud(few, random), count).share)
  if (shareOf(facts.cloud) > CLOUD) return { state: 'none', why: 'cloud', facts }
  facts.steady = yield* steadiness(grid, found, random)
  if (facts.steady < STEADY) return { state: 'none', why: 'unsteady', facts }
  return { state: 'found', labels: byRank(labels, placed.points, count), count, placed, facts }
}

/** Groups numbered by size, the largest first; of one size, from left to right. */
function byRank(labels: number[], points: Point[], count: number): number[] {
  const facts = ofEach(points, labels, count).map((members, label) => {
    return { label, size: members.length, left: members.reduce((sum, p) => sum + p[0], 0) / members.length }
  })
  const order = facts.sort((a, b) => b.size - a.size || a.left - b.left).map((f) => f.label)
  return labels.map((label) => order.indexOf(label))
}

/** The answer at once, for tests and small surveys. */
export function groupsOf(grid: Grid): Groups {
  const steps = findGroups(grid)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
