import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, visibleAssignments } from '@/lib/policy'
import { LATE_RULE, ruleOf } from '../queries/late-rule'
import { lateness } from '../rules/late'
import type { GiveExtension, TakeBackExtension } from '../schema'
import { dueOnClocks } from './due-on-clocks'

const refuse = (field: string, message: string): AppError =>
  new AppError('INVALID', message, { fields: { [field]: message } })

async function findAssignment(actor: Actor, id: string) {
  const found = await db.assignment.findFirst({
    where: { AND: [{ id }, visibleAssignments(actor)] },
    select: { id: true, courseId: true, ...LATE_RULE },
  })
  if (!found) throw new AppError('NOT_FOUND')
  return found
}
type Assignment = Awaited<ReturnType<typeof findAssignment>>

/** What somebody handed in under their extension does not become later by another one, or by none. */
async function requireKept(tx: Tx, assignment: Assignment, membershipId: string, next: Date | null) {
  const [old, last] = [
    await tx.extension.findUnique({
      where: { assignmentId_membershipId: { assignmentId: assignment.id, membershipId } },
      select: { dueAt: true },
    }),
    await tx.submission.findFirst({
      where: { withdrawnAt: null, critique: { assignmentId: assignment.id, authorId: membershipId } },
      orderBy: { number: 'desc' },
      select: { submittedAt: true },
    }),
  ]
  if (!old || !last) return
  const under = (extension: Date | null) => lateness(ruleOf(assignment, extension), last.submittedAt)
  if (under(next).factor < under(old.dueAt).factor)
    throw new AppError('CONFLICT', 'They submitted relying on this extension, so it stays.')
}

/** Both are told, and nobody else: the person, so that their pages are right at once, and the staff. */
async function tell(tx: Tx, actor: Actor, actorId: string, { id, courseId }: Assignment, personId: string) {
  const event = {
    courseId,
    type: 'extension.given' as const,
    actorId,
    subjectId: id,
    scopeId: id,
    at: actor.at,
  }
  await recordEvent(tx, { ...event, audience: 'PERSON', audienceId: personId })
  await recordEvent(tx, { ...event, audience: 'STAFF', payload: { membershipId: personId } })
}

/**
 * Gives a student a later deadline, or another one. The due time is by the course's clocks. Errors: NOT_FOUND,
 * FORBIDDEN, INVALID (beside the field), CONFLICT (they submitted under the one they have).
 */
export async function giveExtension(actor: Actor, input: GiveExtension): Promise<{ dueAt: string }> {
  const { assignmentId, membershipId, reason } = input
  const assignment = await findAssignment(actor, assignmentId)
  const { courseId, course } = assignment
  const member = authoriseMember(actor, 'critique.manage', courseId)
  const where = { id: membershipId, courseId, role: 'STUDENT' as const, removedAt: null }
  if (!(await db.membership.findFirst({ where, select: { id: true } })))
    throw refuse('membershipId', 'Choose a student of this course.')
  const dueAt = dueOnClocks(input.due, course.timeZone, 'due')
  if (!assignment.dueAt) throw refuse('due', 'This has no due date, so nobody needs an extension.')
  if (dueAt <= assignment.dueAt) throw refuse('due', 'Choose a moment after it is due for everybody.')
  return transaction(async (tx) => {
    await requireKept(tx, assignment, membershipId, dueAt)
    await tx.extension.upsert({
      where: { assignmentId_membershipId: { assignmentId, membershipId } },
      create: { assignmentId, membershipId, dueAt, reason, createdAt: actor.at },
      update: { dueAt, reason, createdAt: actor.at },
      select: { dueAt: true },
    })
    await tell(tx, actor, member.id, assignment, membershipId)
    return { dueAt: dueAt.toISOString() }
  })
}

/** Takes it back; twice is once. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (they submitted under it). */
export async function takeBackExtension(actor: Actor, input: TakeBackExtension): Promise<{ taken: boolean }> {
  const { assignmentId, membershipId } = input
  const assignment = await findAssignment(actor, assignmentId)
  const member = authoriseMember(actor, 'critique.manage', assignment.courseId)
  return transaction(async (tx) => {
    await requireKept(tx, assignment, membershipId, null)
    const { count } = await tx.extension.deleteMany({ where: { assignmentId, membershipId } })
    if (count > 0) await tell(tx, actor, member.id, assignment, membershipId)
    return { taken: count > 0 }
  })
}
