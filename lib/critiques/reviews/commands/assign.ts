import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvents } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { taskKey } from '../../rules/blind'
import { numberReviewers } from '../../rules/number'
import type { Pair, Reassign } from '../schema'
import { lockAllocation, moderatedCritique } from './find'

type Moderated = Awaited<ReturnType<typeof moderatedCritique>>

/**
 * A member in force who may review this critique, while there is reviewing; a conflict stands in the way even of the
 * staff's own hand.
 */
async function reviewerFor({ critique, assignment }: Moderated, reviewerId: string): Promise<void> {
  const { courseId } = assignment
  if (assignment.reviewsReleasedAt) throw new AppError('CLOSED', 'The reviews are with their authors.')
  const person = await db.membership.findFirst({
    where: { id: reviewerId, courseId, removedAt: null, role: { not: 'OBSERVER' } },
    select: { id: true },
  })
  if (!person) throw new AppError('NOT_FOUND')
  if (critique.authorId === reviewerId) throw new AppError('FORBIDDEN', 'Nobody reviews their own critique.')
  const [aId = '', bId = ''] = [critique.authorId, reviewerId].sort()
  if (
    await db.reviewConflict.findUnique({
      where: { courseId_aId_bId: { courseId, aId, bId } },
      select: { id: true },
    })
  )
    throw new AppError('CONFLICT', 'These two are in conflict. Take the conflict away first.')
}

/** The pair, made where it is missing, with a number drawn among those that are free. */
export async function ensurePair(
  tx: Tx,
  { critiqueId, reviewerId }: Pair,
  assignment: { id: string; allocationSeed: string | null },
  at: Date,
): Promise<void> {
  await lockAllocation(tx, assignment.id, true)
  const there = await tx.reviewAssignment.findMany({ where: { critiqueId } })
  if (there.some((p) => p.reviewerId === reviewerId)) return
  const taken = there.map((p) => p.number)
  const seed = `${assignment.allocationSeed ?? ''}\n${critiqueId}`
  const number = numberReviewers([reviewerId], taken, seed).get(reviewerId) ?? 1
  await tx.reviewAssignment.create({
    data: { critiqueId, reviewerId, assignmentId: assignment.id, number, createdAt: at, byHand: true },
  })
}

function told(tx: Tx, found: Moderated, critiqueId: string, to: string | null, at: Date): Promise<void> {
  const { courseId, id: scopeId } = found.assignment
  return recordEvents(tx, courseId, [
    {
      ...{
        courseId,
        type: 'review.reassigned',
        actorId: found.member.id,
        audience: 'STAFF',
        subjectId: critiqueId,
      },
      ...{ scopeId, at },
    },
    ...(to === null
      ? []
      : [
          {
            ...({
              courseId,
              type: 'reviews.allocated',
              actorId: null,
              audience: 'PERSON',
              audienceId: to,
            } as const),
            ...{ scopeId, at },
          },
        ]),
  ])
}

/** One more reviewer for a critique, by hand. Answers the key under which that reviewer knows it. */
export async function addReviewer(actor: Actor, pair: Pair): Promise<{ key: string }> {
  const found = await moderatedCritique(actor, pair.critiqueId)
  await reviewerFor(found, pair.reviewerId)
  await transaction(async (tx) => {
    await ensurePair(tx, pair, found.assignment, actor.at)
    await told(tx, found, pair.critiqueId, pair.reviewerId, actor.at)
  })
  return { key: taskKey(pair) }
}

/** What was begun is thrown away; what was submitted stays, and can be hidden. */
async function takeAway(tx: Tx, pair: Pair): Promise<number> {
  const key = { critiqueId_reviewerId: pair }
  if (await tx.review.findUnique({ where: key, select: { id: true } }))
    throw new AppError('CONFLICT', 'This review is submitted. Hide it instead, and add another reviewer.')
  const there = await tx.reviewAssignment.findUnique({ where: key, select: { number: true } })
  if (!there) throw new AppError('NOT_FOUND')
  await tx.reviewDraft.deleteMany({ where: pair })
  await tx.reviewAssignment.delete({ where: key, select: { number: true } })
  return there.number
}

/** Takes a critique from a reviewer who has not submitted. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (it is submitted). */
export async function removeReviewer(actor: Actor, pair: Pair): Promise<{ removed: true }> {
  const found = await moderatedCritique(actor, pair.critiqueId)
  return transaction(async (tx) => {
    await lockAllocation(tx, found.assignment.id, true)
    await takeAway(tx, pair)
    await told(tx, found, pair.critiqueId, null, actor.at)
    return { removed: true }
  })
}

/** Hands a critique from one reviewer to another, who takes over the number. */
export async function reassignReview(actor: Actor, { toId, ...pair }: Reassign): Promise<{ key: string }> {
  const found = await moderatedCritique(actor, pair.critiqueId)
  await reviewerFor(found, toId)
  const next = { critiqueId: pair.critiqueId, reviewerId: toId }
  await transaction(async (tx) => {
    await lockAllocation(tx, found.assignment.id, true)
    const number = await takeAway(tx, pair)
    await tx.reviewAssignment.create({
      data: { ...next, assignmentId: found.assignment.id, number, createdAt: actor.at, byHand: true },
    })
    await told(tx, found, pair.critiqueId, toId, actor.at)
  })
  return { key: taskKey(next) }
}
