/**
 * Peer scores corrected for who gave them.
 *
 * The model is PG1 of C. Piech, J. Huang, Z. Chen, C. Do, A. Ng and D. Koller, "Tuned Models of Peer Assessment in
 * MOOCs" (Educational Data Mining 2013): a reviewer v who scores a critique u gives z = s(u) + b(v) + noise, where s is
 * the score the critique deserves, b is how generous the reviewer is, and the noise has a variance of the reviewer's
 * own. On a calibration example s is known: it is the instructor's score. Two departures from the paper:
 *
 * - s has no prior. The paper draws every score towards the class's mean; here a critique's score is not moved because
 *   of what others wrote.
 * - The variances are not set by hand but estimated from the class (empirical Bayes), so that where reviewers hardly
 *   differ hardly anything is corrected.
 *
 * Solved by mean-field variational Bayes, a fixed number of rounds from a fixed start: the same input gives the same
 * output. Each round, for each critique,  s = Σ w (z − b) / Σ w  over its reviews with w = 1 / (the reviewer's variance);
 * for each reviewer  b = (m / t + Σ w (z − s)) / (1 / t + n w)  over all they scored, examples among it, where m and t
 * are the mean and the variance of b in the class (m is drawn towards 0 where few examples were scored, and is 0 without
 * any: then only differences can be known); and the
 * reviewer's variance is their mean squared residual, drawn towards the class's as by PRIOR further scores.
 */
export type Scored = { reviewer: string; of: string; score: number }
export type Example = Scored & { truth: number }
export type ReviewerFit = {
  /** How far above (or below, negative) what is deserved the reviewer scores; shrunken. */
  bias: number
  /** The standard deviation of what is left. */
  spread: number
  /** On how many examples it rests. */
  examples: number
}
export type Calibration = {
  scores: Map<string, { raw: number; calibrated: number; reviews: number }>
  reviewers: Map<string, ReviewerFit>
}

const ROUNDS = 60
const PRIOR = 6
const MEAN_PRIOR = 0.05
/** A hundredth of the scale squared: below it nobody could tell. */
const LEAST = 1e-4
const START = 0.01

type Row = Scored & { truth: number | null }
type Person = { rows: Row[]; bias: number; doubt: number; variance: number }
type Work = { rows: Row[]; score: number; doubt: number }
type Class = { mean: number; between: number; within: number }

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length)
const clamp = (x: number): number => Math.min(1, Math.max(0, x))
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function gather(rows: Row[]): { people: Map<string, Person>; works: Map<string, Work> } {
  const people = new Map<string, Person>()
  const works = new Map<string, Work>()
  for (const row of rows) {
    const person = people.get(row.reviewer) ?? { rows: [], bias: 0, doubt: 0, variance: START }
    people.set(row.reviewer, person)
    person.rows.push(row)
    if (row.truth !== null) continue
    const work = works.get(row.of) ?? { rows: [], score: 0, doubt: 0 }
    works.set(row.of, work)
    work.rows.push(row)
  }
  for (const work of works.values()) work.score = mean(work.rows.map((r) => r.score))
  return { people, works }
}

/**
 * @param reviews peer scores, as shares of what can be earned (0 to 1).
 * @param examples scores of calibration examples beside the instructor's own, likewise.
 * @returns by critique the mean as it stands and the corrected score, both from 0 to 1; by reviewer what was found.
 */
export function calibrate(reviews: readonly Scored[], examples: readonly Example[] = []): Calibration {
  refuseStrange([...reviews, ...examples, ...examples.map((e) => ({ score: e.truth }))])
  const rows: Row[] = [...reviews.map((r) => ({ ...r, truth: null })), ...examples].sort(
    (a, b) => byText(a.of, b.of) || byText(a.reviewer, b.reviewer) || a.score - b.score,
  )
  const { people, works } = gather(rows)
  const all: Class = { mean: 0, between: START, within: START }
  for (let round = 0; round < ROUNDS; round++) {
    for (const work of works.values()) judge(work, people)
    for (const person of people.values()) know(person, works, all)
    learn(all, people, examples.length > 0)
  }
  return {
    scores: new Map(
      [...works].map(([id, { rows: of, score }]) => [
        id,
        { raw: mean(of.map((r) => r.score)), calibrated: clamp(score), reviews: of.length },
      ]),
    ),
    reviewers: new Map([...people].map(([id, person]) => [id, fitOf(person)])),
  }
}

const fitOf = ({ rows, bias, variance }: Person): ReviewerFit => ({
  bias,
  spread: Math.sqrt(variance),
  examples: rows.filter((r) => r.truth !== null).length,
})

function judge(work: Work, people: Map<string, Person>): void {
  let weights = 0
  let sum = 0
  for (const { reviewer, score } of work.rows) {
    const person = people.get(reviewer)
    if (!person) continue
    weights += 1 / person.variance
    sum += (score - person.bias) / person.variance
  }
  work.score = sum / weights
  work.doubt = 1 / weights
}

function know(person: Person, works: Map<string, Work>, all: Class): void {
  const precision = 1 / all.between + person.rows.length / person.variance
  const pull = person.rows.reduce((sum, row) => sum + (row.score - deserved(row, works)), 0)
  person.bias = (all.mean / all.between + pull / person.variance) / precision
  person.doubt = 1 / precision
  const squares = person.rows.reduce((sum, row) => sum + squareLeft(row, person, works), 0)
  person.variance = Math.max(LEAST, (PRIOR * all.within + squares) / (PRIOR + person.rows.length))
}

/** The class's mean generosity, drawn towards none as by a prior of standard deviation MEAN_PRIOR: a few examples say little. */
function classMean(people: readonly Person[], { between, within }: Class): number {
  const known = people.filter((p) => p.rows.some((r) => r.truth !== null))
  const scored = mean(known.map((p) => p.rows.filter((r) => r.truth !== null).length))
  const doubt = (between + within / scored) / MEAN_PRIOR ** 2
  return known.reduce((sum, p) => sum + p.bias, 0) / (known.length + doubt)
}

const deserved = (row: Row, works: Map<string, Work>): number => row.truth ?? works.get(row.of)?.score ?? 0

/** What is expected of the square of what is left, the doubt about score and bias in it. */
function squareLeft(row: Row, person: Person, works: Map<string, Work>): number {
  const doubt = row.truth === null ? (works.get(row.of)?.doubt ?? 0) : 0
  return (row.score - deserved(row, works) - person.bias) ** 2 + doubt + person.doubt
}

function learn(all: Class, people: Map<string, Person>, anchored: boolean): void {
  const list = [...people.values()]
  // The mean of precisions, as under the paper's gamma prior: one who scores at random does not make all look so.
  all.within = Math.max(LEAST, 1 / mean(list.map((p) => 1 / p.variance)))
  all.mean = anchored ? classMean(list, all) : 0
  all.between = Math.max(LEAST, mean(list.map((p) => (p.bias - all.mean) ** 2 + p.doubt)))
}

function refuseStrange(rows: readonly { score: number }[]): void {
  if (rows.some(({ score }) => !(score >= 0 && score <= 1)))
    throw new RangeError('Scores are shares of what can be earned, from 0 to 1.')
}

/** How far from the instructor's scores a reviewer's are: the mean distance on the examples, 0 to 1; null without any. */
export function distance(examples: readonly { score: number; truth: number }[]): number | null {
  return examples.length === 0 ? null : mean(examples.map(({ score, truth }) => Math.abs(score - truth)))
}
