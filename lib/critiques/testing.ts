import { makeCourse } from '@/lib/testing/database'
import { createAssignment, createTemplate, saveAnswers, startCritique, submitCritique } from './commands'
import { NewAssignment, NewTemplate } from './schema'

const LEVELS = [
  { level: 1, name: 'Beginning', descriptor: 'No mechanism.' },
  { level: 4, name: 'Excellent', descriptor: 'Every link is stated.' },
]

let serial = 0

/** A course with a template of two fields and an open assignment, for tests. */
export async function makeCritiques(over: { dueAt?: Date | null } = {}) {
  const course = await makeCourse()
  const { courseId, cast } = course
  const template = await createTemplate(
    cast.instructor,
    NewTemplate.parse({
      courseId,
      code: 'T',
      title: 'Short critique',
      wordLimit: 12,
      fields: [
        { code: 'T1', title: 'The claim', prompt: 'State it.', wordLimit: 6 },
        { code: 'T2', title: 'Verdict', prompt: 'Is it right?', wordLimit: 8 },
      ],
      criteria: [
        { name: 'Logic', weight: 60, levels: LEVELS },
        { name: 'Fit', weight: 40, description: 'The fields belong together.' },
      ],
      example: { fields: { T1: 'An example claim.' } },
    }),
  )
  const assignment = await createAssignment(
    cast.instructor,
    NewAssignment.parse({
      courseId,
      slug: `critique-${++serial}`,
      title: 'First critique',
      dueAt: over.dueAt,
    }),
  )
  const start = (actor = cast.student) =>
    startCritique(actor, { assignmentId: assignment.id, templateId: template.id })
  const handIn = async (actor = cast.student, answers = { T1: 'A claim.', T2: 'It is right.' }) => {
    const { id, revision } = await start(actor)
    const saved = await saveAnswers(actor, { id, revision, answers })
    return submitCritique(actor, { id, revision: saved.revision })
  }
  const [logic, fit] = template.criteria.map((c) => c.id)
  const levels = (a: number, b: number) => ({ [logic ?? '']: a, [fit ?? '']: b })
  return { ...course, template, assignment, start, handIn, levels }
}
