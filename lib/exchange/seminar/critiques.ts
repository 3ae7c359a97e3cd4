import type { Critique, Seminar, Template } from '@/content/schema'
import { createAssignment, createTemplate } from '@/lib/critiques/commands'
import { releaseReviews, respond } from '@/lib/critiques/reviews/commands'
import { NewAssignment, NewTemplate } from '@/lib/critiques/schema'
import { type Act, at, type Clock, DAYS, HOURS } from './clock'
import { handIn, type Ids, templateOf } from './hand-in'
import type { People } from './people'
import { rate, review, roundActs } from './reviews'

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

function actsOf(seminar: Seminar, critique: Critique, people: People, ids: Ids, clock: Clock): Act[] {
  let critiqueId = ''
  const template = templateOf(seminar, critique.template)
  const templateId = ids.templates.get(template.code) ?? ''
  const acts: Act[] = [
    {
      minutes: critique.at,
      run: async () => {
        critiqueId = await handIn(critique, people, ids, clock)
      },
    },
    ...critique.reviews.flatMap((r) => [
      {
        minutes: r.at,
        run: () => review({ critique, critiqueId, template, templateId }, r, people, clock),
      },
      {
        minutes: RELEASE + 5,
        run: () => rate(critiqueId, critique, r, RELEASE + 5, people, clock),
      },
    ]),
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

/** Templates and the assignments at once; critiques, reviews, their release and the authors' answers in time. */
export async function critiqueActs(seminar: Seminar, people: People, clock: Clock): Promise<Act[]> {
  const ids = await loadTemplates(seminar, people, clock)
  const release = () =>
    releaseReviews(at(people.instructor, clock(RELEASE)), { assignmentId: ids.assignmentId })
  return [
    ...seminar.critiques.flatMap((critique) => actsOf(seminar, critique, people, ids, clock)),
    { minutes: RELEASE, run: release },
    ...(await roundActs(seminar, people, ids.templates, clock)),
  ]
}
