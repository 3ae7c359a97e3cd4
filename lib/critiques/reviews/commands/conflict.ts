import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, staffCourseIds } from '@/lib/policy'
import type { AddConflict, DeclareConflict, RemoveConflict } from '../schema'
import { absorb } from './allocate'
import { authoriseReviewer, lockAllocation, taskFor } from './find'

/** One row for each pair, whichever way round it was named. */
async function keep(tx: Tx, courseId: string, pair: [string, string], reason: string, createdAt: Date) {
  const [aId = '', bId = ''] = [...pair].sort()
  await tx.reviewConflict.upsert({
    where: { courseId_aId_bId: { courseId, aId, bId } },
    create: { courseId, aId, bId, reason, createdAt },
    update: { reason },
    select: { id: true },
  })
}

/** Two students who must not review each other; the next allocation goes by it. Errors: NOT_FOUND, FORBIDDEN, INVALID. */
export async function addConflict(actor: Actor, input: AddConflict): Promise<{ added: true }> {
  const { courseId, aId, bId, reason } = input
  const member = authoriseMember(actor, 'review.moderate', courseId)
  if (aId === bId)
    throw new AppError('INVALID', undefined, { fields: { bId: 'Choose two different people.' } })
  const both = { courseId, id: { in: [aId, bId] } }
  if ((await db.membership.count({ where: both })) < 2) throw new AppError('NOT_FOUND')
  return transaction(async (tx) => {
    await keep(tx, courseId, [aId, bId], reason, actor.at)
    await recordEvent(tx, {
      ...{ courseId, type: 'review.reassigned', actorId: member.id, audience: 'STAFF' },
      ...{ payload: { conflict: 'added' }, at: actor.at },
    })
    return { added: true }
  })
}

export async function removeConflict(actor: Actor, { id }: RemoveConflict): Promise<{ removed: true }> {
  const conflict = await db.reviewConflict.findFirst({
    where: { id, courseId: { in: staffCourseIds(actor) } },
    select: { courseId: true },
  })
  if (!conflict) throw new AppError('NOT_FOUND')
  const { courseId } = conflict
  const member = authoriseMember(actor, 'review.moderate', courseId)
  return transaction(async (tx) => {
    await tx.reviewConflict.deleteMany({ where: { id } })
    await recordEvent(tx, {
      ...{ courseId, type: 'review.reassigned', actorId: member.id, audience: 'STAFF' },
      ...{ payload: { conflict: 'removed' }, at: actor.at },
    })
    return { removed: true }
  })
}

/**
 * A reviewer says that they should not review what they were given ("I know whose this is"): the pair goes, the two are
 * kept apart from now on, and the critique gets another reviewer where one is free. Its author never hears of it.
 * Errors: NOT_FOUND, CLOSED, CONFLICT (the review is submitted).
 */
export async function declareConflict(
  actor: Actor,
  { reason, ...task }: DeclareConflict,
): Promise<{ declared: true }> {
  const found = await taskFor(actor, task)
  const member = authoriseReviewer(actor, found)
  const { critiqueId, reviewerId, assignment, critique } = found
  const { courseId } = assignment
  await transaction(async (tx) => {
    await lockAllocation(tx, assignment.id, true)
    if (
      await tx.review.findUnique({
        where: { critiqueId_reviewerId: { critiqueId, reviewerId } },
        select: { id: true },
      })
    )
      throw new AppError('CONFLICT', 'Your review is submitted. Tell the instructor instead.')
    await keep(tx, courseId, [critique.authorId, reviewerId], reason || 'Said by the reviewer.', actor.at)
    await tx.reviewDraft.deleteMany({ where: { critiqueId, reviewerId } })
    await tx.reviewAssignment.deleteMany({ where: { critiqueId, reviewerId } })
    await recordEvent(tx, {
      ...{
        courseId,
        type: 'review.reassigned',
        actorId: member.id,
        audience: 'STAFF',
        subjectId: critiqueId,
      },
      ...{ scopeId: assignment.id, payload: { conflict: 'declared' }, at: actor.at },
    })
  })
  await absorb(assignment.id, actor.at)
  return { declared: true }
}
