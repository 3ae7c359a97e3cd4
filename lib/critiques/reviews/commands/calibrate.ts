import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, type Member, visibleCritiques } from '@/lib/policy'
import type { SubmissionPart } from '../../schema'
import type { AddExample, RemoveExample, ScoreExample } from '../schema'
import { moderated } from './find'
import { requireLevels } from './levels'

type Part = Pick<SubmissionPart, 'code' | 'title' | 'text'>

/** A critique's last submission without its author's name; one's own quotations of it are the staff's to look through. */
async function takenFrom(
  actor: Actor,
  critiqueId: string,
  courseId: string,
  templateId: string,
): Promise<Part[]> {
  const critique = await db.critique.findFirst({
    where: {
      AND: [
        { id: critiqueId, templateId, assignment: { courseId }, submittedAt: { not: null } },
        visibleCritiques(actor),
      ],
    },
    select: { submissions: { where: { withdrawnAt: null }, orderBy: { number: 'desc' }, take: 1 } },
  })
  const [last] = critique?.submissions ?? []
  if (!last) throw new AppError('NOT_FOUND')
  return (last.content as SubmissionPart[]).map(({ code, title, text }) => ({ code, title, text }))
}

/**
 * Adds a critique that reviewers score before they review, with the staff's own levels: from texts, or from one of the
 * course's critiques with its author's name left out. Errors: NOT_FOUND, FORBIDDEN, INVALID.
 */
export async function addExample(actor: Actor, input: AddExample): Promise<{ id: string; position: number }> {
  const { assignment, member } = await moderated(actor, input.assignmentId)
  const { courseId, id: assignmentId } = assignment
  const { templateId, title, texts, critiqueId, levels, comment } = input
  const template = await db.template.findFirst({
    where: { id: templateId, courseId },
    select: {
      fields: { orderBy: { position: 'asc' }, select: { code: true, title: true } },
      criteria: { select: { id: true, levels: true } },
    },
  })
  if (!template) throw new AppError('NOT_FOUND')
  if (template.criteria.length === 0)
    throw new AppError('INVALID', 'This template has no rubric, so there is nothing to score.')
  requireLevels(template.criteria, levels)
  const content: Part[] = critiqueId
    ? await takenFrom(actor, critiqueId, courseId, templateId)
    : template.fields.map((f) => ({ ...f, text: (texts[f.code] ?? '').trim() }))
  if (content.every((part) => part.text === ''))
    throw new AppError('INVALID', 'Write the example, or take one from a critique.')
  return transaction(async (tx) => {
    const last = await tx.calibrationExample.aggregate({ where: { assignmentId }, _max: { position: true } })
    const made = await tx.calibrationExample.create({
      data: {
        ...{ assignmentId, templateId, title, content, levels, comment, createdAt: actor.at },
        position: (last._max.position ?? 0) + 1,
      },
      select: { id: true, position: true },
    })
    await recordEvent(tx, {
      ...{
        courseId,
        type: 'assignment.changed',
        actorId: member.id,
        audience: 'STAFF',
        subjectId: assignmentId,
      },
      ...{ payload: { example: made.position }, at: actor.at },
    })
    return made
  })
}

async function exampleFor(id: string) {
  const example = await db.calibrationExample.findUnique({
    where: { id },
    select: {
      ...{ id: true, position: true, assignmentId: true, levels: true },
      assignment: { select: { courseId: true } },
      template: { select: { criteria: { select: { id: true, levels: true } } } },
    },
  })
  if (!example) throw new AppError('NOT_FOUND')
  return example
}

/** Takes an example back while nobody has scored it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export async function removeExample(actor: Actor, { id }: RemoveExample): Promise<{ removed: true }> {
  const { assignment, assignmentId, position } = await exampleFor(id)
  const { courseId } = assignment
  const member = authoriseMember(actor, 'review.moderate', courseId)
  return transaction(async (tx) => {
    const { count } = await tx.calibrationExample.deleteMany({ where: { id, reviews: { none: {} } } })
    if (count === 0) throw new AppError('CONFLICT', 'Somebody has scored it, so it stays.')
    await recordEvent(tx, {
      ...{
        courseId,
        type: 'assignment.changed',
        actorId: member.id,
        audience: 'STAFF',
        subjectId: assignmentId,
      },
      ...{ payload: { example: position, removed: true }, at: actor.at },
    })
    return { removed: true }
  })
}

/**
 * The actor's levels for an example, given once: the instructor's are shown afterwards. Nobody else's business: no event.
 * Errors: NOT_FOUND, FORBIDDEN, INVALID, CONFLICT (scored already).
 */
export async function scoreExample(
  actor: Actor,
  { id, levels }: ScoreExample,
): Promise<{ position: number }> {
  const { assignment, template, position } = await exampleFor(id)
  const { id: membershipId } = authoriseMember(actor, 'review.write', assignment.courseId, { open: true })
  requireLevels(template.criteria, levels)
  const { count } = await db.calibrationReview.createMany({
    data: { exampleId: id, membershipId, levels, submittedAt: actor.at },
    skipDuplicates: true,
  })
  if (count === 0) throw new AppError('CONFLICT', 'You have scored this example.')
  return { position }
}

/** Examples that a student has not scored stand before the first review. */
export async function requireCalibrated(assignmentId: string, member: Member): Promise<void> {
  if (member.role !== 'STUDENT') return
  const left = await db.calibrationExample.count({
    where: { assignmentId, reviews: { none: { membershipId: member.id } } },
  })
  if (left > 0) throw new AppError('CONFLICT', 'Score the examples first.')
}
