import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import { LATE_RULE } from '../queries/late-rule'
import { refusedChanges } from '../rules/changes'
import { slugOf } from '../rules/slug'
import type { NewAssignment, SetAssignment } from '../schema'
import { dueOnClocks } from './due-on-clocks'

type Made = { id: string; slug: string }

/** Templates of the course that are in use; one that is archived may stay where it was named before. */
async function requireTemplates(tx: Tx, courseId: string, ids: string[], before: string[]): Promise<void> {
  const found = await tx.template.findMany({
    where: { id: { in: ids }, courseId, OR: [{ archivedAt: null }, { id: { in: before } }] },
    select: { id: true },
  })
  if (found.length === new Set(ids).size) return
  throw new AppError('INVALID', undefined, {
    fields: { templateIds: 'One of these templates is not in use any more. Load the page again.' },
  })
}

async function nameTemplates(tx: Tx, assignmentId: string, templateIds: string[]): Promise<void> {
  await tx.assignmentTemplate.deleteMany({ where: { assignmentId } })
  const data = [...new Set(templateIds)].map((templateId) => ({ assignmentId, templateId }))
  await tx.assignmentTemplate.createMany({ data })
}

/** Sets a critique for the course. Errors: FORBIDDEN, NOT_FOUND, INVALID, CONFLICT (the slug is taken). */
export async function createAssignment(actor: Actor, input: NewAssignment): Promise<Made> {
  const { courseId, slug, title, templateIds, ...rest } = input
  const member = authoriseMember(actor, 'critique.manage', courseId)
  return transaction(async (tx) => {
    await requireTemplates(tx, courseId, templateIds, [])
    const { id } = await tx.assignment.create({
      data: { courseId, slug, title, ...rest, createdAt: actor.at },
      select: { id: true },
    })
    await nameTemplates(tx, id, templateIds)
    await recordEvent(tx, {
      ...{ courseId, type: 'assignment.created', actorId: member.id, audience: 'EVERYONE', subjectId: id },
      payload: { title, slug },
      at: actor.at,
    })
    return { id, slug }
  })
}

/** The assignment as it is, held until the commit, with what has happened under it. */
async function lockAssignment(tx: Tx, courseId: string, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await tx.assignment.findFirst({
    where: { id, courseId },
    select: {
      ...LATE_RULE,
      ...{ slug: true, outOf: true, reviewMode: true, reviewsDueAt: true, allocatedAt: true },
      templates: { select: { templateId: true } },
    },
  })
  if (!row) throw new AppError('NOT_FOUND')
  const of = { critique: { assignmentId: id } }
  const [submissions, grades, reviews] = [
    await tx.submission.count({ where: of, take: 1 }),
    await tx.grade.count({ where: of, take: 1 }),
    await tx.review.count({ where: of, take: 1 }),
  ]
  const reviewing = row.allocatedAt !== null || reviews > 0
  return { row, happened: { submitted: submissions > 0, graded: grades > 0, reviewing } }
}

type Rest = Omit<NewAssignment, 'courseId' | 'slug' | 'templateIds'>

/** Errors: FORBIDDEN, NOT_FOUND, INVALID with a sentence for each thing that may no longer change. */
async function changeAssignment(
  actor: Actor,
  place: { id: string; courseId: string; templateIds: string[] },
  next: Rest,
): Promise<Made> {
  const { id, courseId, templateIds } = place
  const member = authoriseMember(actor, 'critique.manage', courseId)
  return transaction(async (tx) => {
    const { row, happened } = await lockAssignment(tx, courseId, id)
    const fields = refusedChanges(row, next, happened)
    if (Object.keys(fields).length > 0)
      throw new AppError('INVALID', Object.values(fields).join(' '), { fields })
    const before = row.templates.map((t) => t.templateId)
    await requireTemplates(tx, courseId, templateIds, before)
    await tx.assignment.update({ where: { id }, data: next, select: { id: true } })
    await nameTemplates(tx, id, templateIds)
    await recordEvent(tx, {
      ...{ courseId, type: 'assignment.changed', actorId: member.id, audience: 'EVERYONE', subjectId: id },
      payload: { title: next.title, slug: row.slug },
      at: actor.at,
    })
    return { id, slug: row.slug }
  })
}

async function freeSlug(courseId: string, title: string): Promise<string> {
  const taken = await db.assignment.findMany({ where: { courseId }, select: { slug: true } })
  return slugOf(
    title,
    taken.map((a) => a.slug),
  )
}

/** From the form: times are on the course's clocks, and a new assignment finds a free slug. */
export async function setAssignment(actor: Actor, input: SetAssignment): Promise<Made> {
  const { courseId, id, due, reviewsDue, templateIds, ...rest } = input
  authoriseMember(actor, 'critique.manage', courseId)
  const { timeZone } = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { timeZone: true },
  })
  const dueAt = due ? dueOnClocks(due, timeZone, 'due') : null
  const reviewsDueAt = reviewsDue ? dueOnClocks(reviewsDue, timeZone, 'reviewsDue') : null
  if (dueAt && reviewsDueAt && reviewsDueAt <= dueAt)
    throw new AppError('INVALID', undefined, {
      fields: { reviewsDue: 'Reviews are due after the critiques are.' },
    })
  const next = { ...rest, dueAt, reviewsDueAt }
  if (id) return changeAssignment(actor, { id, courseId, templateIds }, next)
  const slug = await freeSlug(courseId, input.title)
  return createAssignment(actor, { courseId, slug, templateIds, ...next })
}
