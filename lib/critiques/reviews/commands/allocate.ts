import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError, isAppError } from '@/lib/errors'
import { type NewEvent, recordEvents } from '@/lib/events'
import { log } from '@/lib/log'
import type { Actor } from '@/lib/policy'
import type { Plan } from '../../rules/plan'
import type { Allocate } from '../schema'
import { lockAllocation, moderated } from './find'
import { gather, planned } from './gather'

export type Allocated = { added: number; removed: number; kept: number; loads: [number, number][] }

const counted = ({ add, remove, kept, loads }: Plan): Allocated => ({
  ...{ added: add.length, removed: remove.length, kept, loads },
})

/** What `allocateReviews` would do, without doing it. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (not possible, and why). */
export async function previewAllocation(actor: Actor, input: Allocate): Promise<Allocated> {
  const { assignment } = await moderated(actor, input.assignmentId)
  return counted(planned(await gather(db, assignment, input)))
}

/**
 * Shares the submitted critiques out for review, or goes on from where it stands: late arrivals are absorbed and what has
 * begun never moves (rules/plan.ts). Staff and each new reviewer hear of it; no author does. Errors as above, and CLOSED
 * once reviews are released.
 */
export async function allocateReviews(actor: Actor, input: Allocate): Promise<Allocated> {
  const { assignment, member } = await moderated(actor, input.assignmentId)
  if (assignment.reviewsReleasedAt) throw new AppError('CLOSED', 'The reviews are with their authors.')
  return transaction(async (tx) => {
    await lockAllocation(tx, assignment.id, true)
    const found = planned(await gather(tx, assignment, input))
    await carryOut(tx, assignment.id, found, actor.at)
    await tx.assignment.update({
      where: { id: assignment.id },
      data: { allocatedAt: assignment.allocatedAt ?? actor.at, allocationSeed: input.seed },
      select: { id: true },
    })
    await recordEvents(tx, assignment.courseId, [
      {
        ...{
          courseId: assignment.courseId,
          type: 'reviews.allocated',
          actorId: member.id,
          audience: 'STAFF',
        },
        ...{ scopeId: assignment.id, payload: { added: found.add.length, seed: input.seed }, at: actor.at },
      },
      ...toldTo(assignment, found, actor.at),
    ])
    return counted(found)
  })
}

/** A reviewer learns that there is something to review; not what, and nobody else learns it. */
const toldTo = (assignment: { id: string; courseId: string }, { add }: Plan, at: Date): NewEvent[] =>
  [...new Set(add.map((p) => p.reviewer))].sort().map((audienceId) => ({
    ...{
      courseId: assignment.courseId,
      type: 'reviews.allocated',
      actorId: null,
      audience: 'PERSON',
      audienceId,
    },
    ...{ scopeId: assignment.id, at },
  }))

async function carryOut(tx: Tx, assignmentId: string, { add, remove }: Plan, createdAt: Date): Promise<void> {
  const [critiques, reviewers] = [remove.map((p) => p.submission), remove.map((p) => p.reviewer)]
  if (remove.length > 0)
    await tx.$executeRaw`
      DELETE FROM "ReviewAssignment" WHERE ("critiqueId", "reviewerId") IN
        (SELECT * FROM unnest(${critiques}::uuid[], ${reviewers}::uuid[]))`
  await tx.reviewAssignment.createMany({
    data: add.map((p) => ({
      ...{ critiqueId: p.submission, reviewerId: p.reviewer, number: p.number, assignmentId, createdAt },
    })),
  })
}

/**
 * Brings in what was submitted after the allocation, or lost a reviewer. Does nothing where nothing was allocated, where
 * reviews are out, and where it cannot be done: then the staff's page says so, and nobody's submission fails for it.
 */
export async function absorb(assignmentId: string, at: Date): Promise<void> {
  try {
    await transaction(async (tx) => {
      const assignment = await tx.assignment.findUnique({ where: { id: assignmentId } })
      if (!assignment?.allocatedAt || assignment.reviewsReleasedAt) return
      await lockAllocation(tx, assignmentId, true)
      const options = { seed: assignment.allocationSeed ?? '', anew: false, everyone: false }
      const found = planned(await gather(tx, assignment, options))
      if (found.add.length + found.remove.length === 0) return
      await carryOut(tx, assignmentId, found, at)
      await recordEvents(tx, assignment.courseId, [
        {
          ...{ courseId: assignment.courseId, type: 'reviews.allocated', actorId: null, audience: 'STAFF' },
          ...{ scopeId: assignmentId, payload: { added: found.add.length }, at },
        },
        ...toldTo(assignment, found, at),
      ])
    })
  } catch (error) {
    if (!isAppError(error))
      log.warn({ error: String(error), assignmentId }, 'a late critique was not allocated')
  }
}
