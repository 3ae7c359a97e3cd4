import { rubricTotal } from '../rubric'
import type { Critique, Review, Rubric, Seminar } from '../schema'
import { checker } from './checker'
import { codesOf, keysOf, people } from './names'

const check = checker('critiques.yaml')

export function checkCritiques(seminar: Seminar): void {
  check.unique('critiques', codesOf(seminar.critiques))
  for (const critique of seminar.critiques) checkCritique(critique, seminar)
  for (const critique of seminar.round.critiques) checkCritique(critique, seminar, checker('reviews.yaml'))
}

function checkCritique(critique: Critique, seminar: Seminar, check = checker('critiques.yaml')): void {
  const path = `critiques › ${critique.code}`
  const { fields, rubric } = check.found(
    seminar.templates.find((t) => t.code === critique.template),
    `${path} › template`,
    `names ${critique.template}, which is not a template`,
  )
  const reviewers = critique.reviews.map((r) => r.reviewer)
  check.known(`${path} › author`, [critique.author], people(seminar), 'a person')
  check.every(`${path} › fields`, Object.keys(critique.fields), new Set(codesOf(fields)), 'a field')
  check.known(`${path} › reviews`, reviewers, people(seminar), 'a person')
  check.unique(`${path} › reviews`, reviewers)
  for (const review of critique.reviews) checkReview(review, critique, rubric, check)
}

function checkReview(review: Review, critique: Critique, rubric: Rubric, check: ReturnType<typeof checker>): void {
  const path = `critiques › ${critique.code} › reviews › ${review.reviewer}`
  const total = rubricTotal(rubric, review.scores)
  check.that(review.reviewer !== critique.author, path, 'is by the author')
  check.that(review.at > critique.at, `${path} › at`, 'is before the critique itself')
  check.every(`${path} › scores`, Object.keys(review.scores), new Set(keysOf(rubric.criteria)), 'a criterion')
  for (const { field, words } of review.remarks)
    check.that(
      critique.fields[field]?.includes(words) ?? false,
      `${path} › remarks`,
      `are about “${words}”, which ${field} does not say`,
    )
  check.that(
    review.total === total,
    `${path} › total`,
    `is ${review.total}, but the rubric makes it ${total}`,
  )
}
