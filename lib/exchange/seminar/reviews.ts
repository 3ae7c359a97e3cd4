import type { Critique, Review, ReviewRound, Seminar, Template } from '@/content/schema'
import { createAssignment } from '@/lib/critiques/commands'
import {
  addExample,
  addReviewer,
  allocateReviews,
  rateReview,
  recordReview,
  scoreExample,
} from '@/lib/critiques/reviews/commands'
import { AddExample, Allocate, RecordReview } from '@/lib/critiques/reviews/schema'
import { blindKey } from '@/lib/critiques/rules/blind'
import { plainText } from '@/lib/critiques/rules/plain-text'
import type { DraftRemark } from '@/lib/critiques/rules/review-draft'
import { NewAssignment } from '@/lib/critiques/schema'
import { db } from '@/lib/db'
import { describe } from '@/lib/discussion/rules/anchor'
import { renderMarkdown } from '@/lib/markdown'
import { type Act, at, type Clock } from './clock'
import { handIn, type Ids, templateOf } from './hand-in'
import type { People } from './people'

type Scores = Record<string, number>

/** Levels by the criterion's id, of scores by its key. */
async function levelsOf(
  template: Template,
  templateId: string,
  scores: Scores,
): Promise<Record<string, number>> {
  const ids = await criteriaOf(template, templateId)
  return Object.fromEntries(Object.entries(scores).map(([key, level]) => [ids.get(key) ?? '', level]))
}

async function criteriaOf(template: Template, templateId: string): Promise<Map<string, string>> {
  const criteria = await db.rubricCriterion.findMany({ where: { templateId }, orderBy: { position: 'asc' } })
  return new Map(criteria.map(({ id }, i) => [template.rubric.criteria[i]?.key ?? '', id]))
}

/** The words of each remark as selectors into the text that readers see. */
const remarksOf = (critique: Critique, review: Review): DraftRemark[] =>
  review.remarks.map(({ field, words, text }) => {
    const shown = plainText(renderMarkdown(critique.fields[field] ?? ''))
    const start = shown.indexOf(words)
    if (start < 0) throw new Error(`${critique.code} does not say “${words}” in ${field}.`)
    const { quote, position } = describe(shown, start, start + words.length)
    return { fieldCode: field, ...position, ...quote, text }
  })

/** A review in its reviewer's name, at its time. */
export async function review(
  of: { critique: Critique; critiqueId: string; template: Template; templateId: string },
  r: Review,
  people: People,
  clock: Clock,
): Promise<void> {
  const { critique, critiqueId, template, templateId } = of
  const ids = await criteriaOf(template, templateId)
  const input = RecordReview.parse({
    ...{ critiqueId, reviewerId: people.memberId(r.reviewer), comment: r.comment },
    levels: await levelsOf(template, templateId, r.scores),
    comments: Object.fromEntries(Object.entries(r.why).map(([key, text]) => [ids.get(key) ?? '', text])),
    remarks: remarksOf(critique, r),
  })
  await recordReview(at(people.instructor, clock(r.at)), input)
}

/** What the author said of a review, once it is released. */
export async function rate(
  critiqueId: string,
  { author }: Critique,
  { reviewer, helpful }: Review,
  minutes: number,
  people: People,
  clock: Clock,
): Promise<void> {
  if (!helpful) return
  const reviewerId = people.memberId(reviewer)
  const { id } = await db.review.findUniqueOrThrow({
    where: { critiqueId_reviewerId: { critiqueId, reviewerId } },
    select: { id: true },
  })
  const said = { critiqueId, key: blindKey(id), value: helpful.value, comment: helpful.comment ?? '' }
  await rateReview(at(people.actor(author), clock(minutes)), said)
}

function exampleActs(round: ReviewRound, seminar: Seminar, people: People, ids: Ids, clock: Clock): Act[] {
  const { example, allocate } = round
  const template = templateOf(seminar, example.template)
  const templateId = ids.templates.get(example.template) ?? ''
  let id = ''
  const add = async () => {
    const input = AddExample.parse({
      ...{ assignmentId: ids.assignmentId, templateId, title: example.title, comment: example.comment },
      texts: example.fields ?? template.example.fields,
      levels: await levelsOf(template, templateId, example.scores),
    })
    id = (await addExample(at(people.instructor, clock(allocate - 30)), input)).id
  }
  const score = async ({ by, at: when, scores }: ReviewRound['example']['scored'][number]) =>
    scoreExample(at(people.actor(by), clock(when)), {
      id,
      levels: await levelsOf(template, templateId, scores),
    })
  return [
    { minutes: allocate - 30, run: add },
    ...example.scored.map((scored): Act => ({ minutes: scored.at, run: () => score(scored) })),
  ]
}

/** The assignment whose reviews are being written: set, handed in, allocated, and reviewed so far. */
export async function roundActs(
  seminar: Seminar,
  people: People,
  templates: Map<string, string>,
  clock: Clock,
): Promise<Act[]> {
  const { round } = seminar
  const { slug, title, brief, reviewsEach, seed } = round
  const assignment = await createAssignment(
    at(people.instructor, clock(round.set)),
    NewAssignment.parse({
      ...{ courseId: people.courseId, slug, title, brief, reviewsEach },
      ...{ dueAt: clock(round.due), reviewsDueAt: clock(round.reviewsDue) },
    }),
  )
  const ids = { assignmentId: assignment.id, templates }
  const critiqueIds = new Map<string, string>()
  const handed = round.critiques.map(
    (critique): Act => ({
      minutes: critique.at,
      run: async () => critiqueIds.set(critique.code, await handIn(critique, people, ids, clock)),
    }),
  )
  const allocate = async () => {
    const instructor = at(people.instructor, clock(round.allocate))
    for (const { code, reviewers, reviews } of round.critiques)
      for (const key of [...reviewers, ...reviews.map((r) => r.reviewer)])
        await addReviewer(instructor, {
          critiqueId: critiqueIds.get(code) ?? '',
          reviewerId: people.memberId(key),
        })
    await allocateReviews(
      instructor,
      Allocate.parse({ assignmentId: ids.assignmentId, seed, everyone: true }),
    )
  }
  const written = round.critiques.flatMap((critique) =>
    critique.reviews.map(
      (r): Act => ({
        minutes: r.at,
        run: () => {
          const template = templateOf(seminar, critique.template)
          const templateId = templates.get(critique.template) ?? ''
          return review(
            { critique, critiqueId: critiqueIds.get(critique.code) ?? '', template, templateId },
            r,
            people,
            clock,
          )
        },
      }),
    ),
  )
  return [
    ...handed,
    { minutes: round.allocate, run: allocate },
    ...exampleActs(round, seminar, people, ids, clock),
    ...written,
  ]
}
