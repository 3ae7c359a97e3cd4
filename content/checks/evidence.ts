import type { Observation, Seminar } from '../schema'
import { checker } from './checker'
import { codesOf, explanations, paragraphsOf } from './names'

const check = checker('evidence.yaml')

export function checkExplanations(seminar: Seminar): void {
  checker('explanations.yaml').unique('explanations', codesOf(seminar.explanations))
}

export function checkEvidence(seminar: Seminar): void {
  const { observations, bench } = seminar.evidence
  check.unique('observations', codesOf([...observations, ...bench.observations]))
  for (const observation of observations) checkObservation(observation, explanations(seminar))
  checkPassages(seminar)
  checkMatrix(seminar)
}

function checkObservation({ code, ratings, tests }: Observation, existing: Set<string>): void {
  const path = `observations › ${code}`
  const tested = tests.flatMap((test) => (test.over === undefined ? [test.for] : [test.for, test.over]))
  check.every(`${path} › ratings`, Object.keys(ratings), existing, 'an explanation')
  check.known(`${path} › tests`, tested, existing, 'an explanation')
}

/** The words of a passage stand in their paragraph once. */
function checkPassages(seminar: Seminar): void {
  const plain = new Map(paragraphsOf(seminar).map((p) => [p.number, p.plain]))
  for (const { code, passage } of seminar.evidence.observations) {
    if (!passage) continue
    const path = `observations › ${code} › passage`
    const stray = `names ${passage.paragraph}, which is not a paragraph`
    const times = check.found(plain.get(passage.paragraph), path, stray).split(passage.quote).length - 1
    check.that(times === 1, path, `occurs ${times} times in paragraph ${passage.paragraph}`)
  }
}

function checkMatrix(seminar: Seminar): void {
  const { totals, inconsistency, sensitivity } = seminar.evidence.matrix
  const rated = new Set(codesOf(seminar.evidence.observations))
  const existing = explanations(seminar)
  for (const [rating, counts] of Object.entries(totals))
    check.every(`matrix › totals › ${rating}`, Object.keys(counts), existing, 'an explanation')
  check.every('matrix › inconsistency', Object.keys(inconsistency), existing, 'an explanation')
  check.known('matrix › sensitivity › strike', sensitivity.strike, rated, 'a rated observation')
}
