import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent, recordEvents } from '@/lib/events'
import { type Actor, authoriseMember, visibleCritiques, visibleReviews } from '@/lib/policy'
import { blindKey } from '../../rules/blind'
import type { HideReview, Pair, RateReview, ReleaseReviews, Respond } from '../schema'
import { moderated, moderatedCritique } from './find'

/**
 * Releases an assignment's reviews to their authors, all at once, and closes reviewing. Who let them out is nobody's
 * clue: no actor. Every author of a submitted critique hears of it, in the order of chance, so that neither who has how
 * many reviews nor when each came in can be told from it.
 */
export async function releaseReviews(actor: Actor, input: ReleaseReviews): Promise<{ released: number }> {
  const { assignment } = await moderated(actor, input.assignmentId)
  const { id: assignmentId, courseId } = assignment
  return transaction(async (tx) => {
    const held = { releasedAt: null, critique: { assignmentId, submittedAt: { not: null } } }
    const reviews = await tx.review.findMany({
      where: held,
      select: { id: true, critique: { select: { id: true, authorId: true } } },
    })
    if (reviews.length === 0) return { released: 0 }
    await tx.review.updateMany({ where: held, data: { releasedAt: actor.at } })
    await tx.assignment.update({
      where: { id: assignmentId },
      data: { reviewsReleasedAt: assignment.reviewsReleasedAt ?? actor.at },
      select: { id: true },
    })
    const authors = new Map(reviews.map((r) => [r.critique.id, r.critique.authorId]))
    const inOrder = [...authors].sort(([a], [b]) => (blindKey(a) < blindKey(b) ? -1 : 1))
    await recordEvents(
      tx,
      courseId,
      inOrder.map(([subjectId, audienceId]) => ({
        ...{ courseId, type: 'review.released', actorId: null, audience: 'PERSON', audienceId },
        ...{ subjectId, scopeId: assignmentId, at: actor.at },
      })),
    )
    return { released: reviews.length }
  })
}

/** What one wrote oneself, or may read as staff. Errors: NOT_FOUND. */
export async function ownCritique(actor: Actor, id: string) {
  const critique = await db.critique.findFirst({
    where: { AND: [{ id }, visibleCritiques(actor)] },
    select: { authorId: true, assignment: { select: { id: true, courseId: true } } },
  })
  if (!critique) throw new AppError('NOT_FOUND')
  return critique
}

/** The author's answer to the reviews, which may come after the due date. Writing again replaces it. */
export async function respond(actor: Actor, { id, text }: Respond): Promise<{ id: string }> {
  const { authorId, assignment } = await ownCritique(actor, id)
  const { courseId } = assignment
  const member = authoriseMember(actor, 'critique.write', courseId, { authorId, open: true })
  return transaction(async (tx) => {
    const released = { critiqueId: id, releasedAt: { not: null }, hiddenAt: null }
    if ((await tx.review.count({ where: released })) === 0)
      throw new AppError('CONFLICT', 'There is no review to answer yet.')
    await tx.critique.update({ where: { id }, data: { authorResponse: text }, select: { id: true } })
    await recordEvent(tx, {
      ...{ courseId, type: 'review.answered', actorId: member.id, audience: 'STAFF' },
      ...{ subjectId: id, scopeId: assignment.id },
      at: actor.at,
    })
    return { id }
  })
}

/** The review that the author knows by its key, while they may see it. Errors: NOT_FOUND. */
export async function reviewByKey(actor: Actor, critiqueId: string, key: string): Promise<string> {
  const reviews = await db.review.findMany({
    where: { AND: [{ critiqueId }, visibleReviews(actor)] },
    select: { id: true },
  })
  const id = reviews.find((r) => blindKey(r.id) === key)?.id
  if (!id) throw new AppError('NOT_FOUND')
  return id
}

/**
 * How much a review helped, said by the author of the critique. Its reviewer learns only the mean of all that was said
 * of theirs. Saying it again replaces it. Errors: NOT_FOUND (no such review that the author may see), FORBIDDEN.
 */
export async function rateReview(actor: Actor, input: RateReview): Promise<{ value: number }> {
  const { critiqueId, key, value, comment } = input
  const { authorId, assignment } = await ownCritique(actor, critiqueId)
  const { courseId } = assignment
  const member = authoriseMember(actor, 'review.rate', courseId, { authorId })
  const reviewId = await reviewByKey(actor, critiqueId, key)
  return transaction(async (tx) => {
    const said = { value, comment: comment.trim(), createdAt: actor.at }
    await tx.reviewHelpfulness.upsert({
      where: { reviewId },
      create: { reviewId, ...said },
      update: said,
      select: { value: true },
    })
    await recordEvent(tx, {
      ...{ courseId, type: 'review.rated', actorId: member.id, audience: 'STAFF', subjectId: critiqueId },
      ...{ scopeId: assignment.id, at: actor.at },
    })
    return { value }
  })
}

async function moderate(
  actor: Actor,
  { critiqueId, reviewerId }: Pair,
  change: { hiddenAt: Date | null; hiddenReason: string },
): Promise<void> {
  const { assignment, member } = await moderatedCritique(actor, critiqueId)
  await transaction(async (tx) => {
    const { count } = await tx.review.updateMany({ where: { critiqueId, reviewerId }, data: change })
    if (count === 0) throw new AppError('NOT_FOUND')
    await recordEvent(tx, {
      ...{ courseId: assignment.courseId, type: 'review.moderated', actorId: member.id, audience: 'STAFF' },
      ...{ subjectId: critiqueId, scopeId: assignment.id },
      payload: { hidden: change.hiddenAt !== null, reviewerId, reason: change.hiddenReason },
      at: actor.at,
    })
  })
}

/** Takes a review out: its author of the critique never sees it (again), and it counts for nothing. */
export async function hideReview(actor: Actor, { reason, ...pair }: HideReview): Promise<{ hidden: true }> {
  await moderate(actor, pair, { hiddenAt: actor.at, hiddenReason: reason })
  return { hidden: true }
}

export async function showReview(actor: Actor, pair: Pair): Promise<{ hidden: false }> {
  await moderate(actor, pair, { hiddenAt: null, hiddenReason: '' })
  return { hidden: false }
}
