import 'server-only'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import {
  type Actor,
  authoriseMember,
  isStaffRole,
  type Member,
  memberIds,
  visibleAllocations,
  visibleAssignments,
} from '@/lib/policy'
import { taskKey } from '../../rules/blind'
import { reviewsOpen } from '../../rules/review-window'
import type { Task } from '../schema'

const ASSIGNMENT = {
  ...{ id: true, courseId: true, slug: true, reviewMode: true, reviewsEach: true },
  ...{ reviewsDueAt: true, allocatedAt: true, allocationSeed: true, reviewsReleasedAt: true },
  course: { select: { id: true, slug: true } },
} as const

/** An assignment and the member of its staff who acts on its reviews. Errors: NOT_FOUND, FORBIDDEN. */
export async function moderated(actor: Actor, assignmentId: string) {
  const assignment = await db.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, visibleAssignments(actor)] },
    select: ASSIGNMENT,
  })
  if (!assignment) throw new AppError('NOT_FOUND')
  const member = authoriseMember(actor, 'review.moderate', assignment.courseId)
  return { assignment, member }
}

/** The same by a critique of it that was ever submitted. */
export async function moderatedCritique(actor: Actor, critiqueId: string) {
  const critique = await db.critique.findFirst({
    where: { id: critiqueId, submissions: { some: {} }, assignment: visibleAssignments(actor) },
    select: { authorId: true, assignmentId: true },
  })
  if (!critique) throw new AppError('NOT_FOUND')
  return { critique, ...(await moderated(actor, critique.assignmentId)) }
}

const TASK = {
  ...{ critiqueId: true, reviewerId: true, number: true },
  assignment: { select: ASSIGNMENT },
  critique: {
    select: {
      authorId: true,
      template: {
        select: { criteria: { orderBy: { position: 'asc' }, select: { id: true, levels: true } } },
      },
      submissions: {
        where: { withdrawnAt: null },
        orderBy: { number: 'desc' },
        take: 1,
        select: { number: true, content: true },
      },
    },
  },
} as const

/** What the actor was given to review, by the key under which they know it. */
export async function taskFor(actor: Actor, { assignmentId, key }: Task) {
  const rows = await db.reviewAssignment.findMany({
    where: { AND: [{ assignmentId, reviewerId: { in: memberIds(actor) } }, visibleAllocations(actor)] },
    select: { critiqueId: true, reviewerId: true },
  })
  const pair = rows.find((row) => taskKey(row) === key)
  if (!pair) throw new AppError('NOT_FOUND')
  const task = await db.reviewAssignment.findUnique({ where: { critiqueId_reviewerId: pair }, select: TASK })
  if (!task) throw new AppError('NOT_FOUND')
  return task
}
export type Found = Awaited<ReturnType<typeof taskFor>>

/** The reviewer as one who may write now. Staff whom somebody put down as a reviewer review as others do. */
export function authoriseReviewer(actor: Actor, { assignment }: Found): Member {
  const open = reviewsOpen(assignment, actor.at)
  const staff = actor.memberships.some((m) => m.courseId === assignment.courseId && isStaffRole(m.role))
  const member = authoriseMember(actor, staff ? 'review.moderate' : 'review.write', assignment.courseId, {
    open,
  })
  if (!open) throw new AppError('CLOSED', 'Reviews can no longer be written here.')
  return member
}

/** Nobody allocates while somebody begins, and the other way round: what has begun never moves. */
export async function lockAllocation(tx: Tx, assignmentId: string, forAllocating: boolean): Promise<void> {
  if (forAllocating)
    await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${assignmentId}::uuid FOR NO KEY UPDATE`
  else await tx.$queryRaw`SELECT 1 FROM "Assignment" WHERE "id" = ${assignmentId}::uuid FOR SHARE`
}
