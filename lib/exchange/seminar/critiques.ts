import type { Critique, Review, Seminar, Template } from '@/content/schema'
import {
  createAssignment,
  createTemplate,
  recordReview,
  releaseReviews,
  respond,
  saveAnswers,
  startCritique,
  submitCritique,
} from '@/lib/critiques/commands'
import { RecordReview } from '@/lib/critiques/reviews/schema'
import { NewAssignment, NewTemplate, SaveAnswers } from '@/lib/critiques/schema'
import { db } from '@/lib/db'
import { type Act, at, type Clock, DAYS, HOURS } from './clock'
import type { People } from './people'

const RELEASE = -2.25 * HOURS

const templateInput = (template: Template, courseId: string): NewTemplate =>
  NewTemplate.parse({
    courseId,
    code: template.code,
    title: template.title,
    intro: template.instructions,
    wordLimit: template.wordLimit,
    fields: template.fields,
    criteria: template.rubric.criteria.map(({ title, weight, description, levels = [] }) => ({
      name: title,
      weight,
      description,
      levels: levels.map(({ level, name, text }) => ({ level, name, descriptor: text })),
    })),
    example: {
      title: template.example.title,
      intro: template.example.note,
      fields: template.example.fields,
    },
  })

type Ids = { assignmentId: string; templates: Map<string, string> }

async function loadTemplates(seminar: Seminar, people: People, clock: Clock): Promise<Ids> {
  const instructor = at(people.instructor, clock(-5 * DAYS))
  const templates = new Map<string, string>()
  for (const template of seminar.templates)
    templates.set(
      template.code,
      (await createTemplate(instructor, templateInput(template, people.courseId))).id,
    )
  const third = seminar.course.meetings.at(-1)
  const assignment = NewAssignment.parse({
    courseId: people.courseId,
    slug: 'critique-of-the-paper',
    title: 'A critique of the paper',
    brief: third?.beforeClass ?? '',
    dueAt: third ? clock(third.at) : null,
    ...{ graceMinutes: 15, penaltyPerDay: 10, lateDays: 3 },
  })
  return { templates, assignmentId: (await createAssignment(instructor, assignment)).id }
}

/** Written, saved and handed in by its author in one sitting. */
async function handIn(critique: Critique, people: People, ids: Ids, clock: Clock): Promise<string> {
  const author = at(people.actor(critique.author), clock(critique.at))
  const templateId = ids.templates.get(critique.template) ?? ''
  const { id } = await startCritique(author, { assignmentId: ids.assignmentId, templateId })
  const draft = SaveAnswers.parse({ id, revision: 0, answers: critique.fields })
  const { revision } = await saveAnswers(author, draft)
  await submitCritique(author, { id, revision })
  return id
}

async function levelsOf(
  template: Template,
  templateId: string,
  review: Review,
): Promise<Record<string, number>> {
  const criteria = await db.rubricCriterion.findMany({ where: { templateId }, orderBy: { position: 'asc' } })
  const levels = criteria.map(({ id }, i) => [id, review.scores[template.rubric.criteria[i]?.key ?? ''] ?? 0])
  return Object.fromEntries(levels)
}

function actsOf(seminar: Seminar, critique: Critique, people: People, ids: Ids, clock: Clock): Act[] {
  let critiqueId = ''
  const template = seminar.templates.find((t) => t.code === critique.template)
  if (!template) throw new Error(`${critique.code} follows a template that is not there.`)
  const review = async (r: Review) => {
    const levels = await levelsOf(template, ids.templates.get(template.code) ?? '', r)
    const input = { critiqueId, reviewerId: people.memberId(r.reviewer), levels, comment: r.comment }
    await recordReview(at(people.instructor, clock(r.at)), RecordReview.parse(input))
  }
  const acts: Act[] = [
    {
      minutes: critique.at,
      run: async () => {
        critiqueId = await handIn(critique, people, ids, clock)
      },
    },
    ...critique.reviews.map((r) => ({ minutes: r.at, run: () => review(r) })),
  ]
  const { response, author } = critique
  if (response) {
    const minutes = Math.max(response.at, RELEASE + 1)
    acts.push({
      minutes,
      run: () => respond(at(people.actor(author), clock(minutes)), { id: critiqueId, text: response.text }),
    })
  }
  return acts
}

/** Templates and the assignment at once; critiques, reviews, their release and the authors' answers in time. */
export async function critiqueActs(seminar: Seminar, people: People, clock: Clock): Promise<Act[]> {
  const ids = await loadTemplates(seminar, people, clock)
  const release = () =>
    releaseReviews(at(people.instructor, clock(RELEASE)), { assignmentId: ids.assignmentId })
  return [
    ...seminar.critiques.flatMap((critique) => actsOf(seminar, critique, people, ids, clock)),
    { minutes: RELEASE, run: release },
  ]
}
