import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, isStaffRole, memberIn, visibleAssignments } from '@/lib/policy'
import { critiqueFor, type Found } from '../../commands/find'
import type { RecordReview, ReleaseReviews, Respond, SubmitReview } from '../../schema'

function requireLevels({ template }: Found, levels: Record<string, number>): void {
  const known = template.criteria.map((c) => c.id)
  const missing = known.filter((id) => levels[id] === undefined)
  if (Object.keys(levels).some((id) => !known.includes(id))) throw new AppError('INVALID')
  if (missing.length > 0)
    throw new AppError('INVALID', 'Give a level for each criterion.', {
      fields: Object.fromEntries(missing.map((id) => [id, 'Choose a level.'])),
    })
}

async function writeReview(actor: Actor, critique: Found, input: RecordReview): Promise<void> {
  const { critiqueId, reviewerId, levels, comment } = input
  if (critique.authorId === reviewerId) throw new AppError('FORBIDDEN', 'Nobody reviews their own critique.')
  if (critique.submittedAt === null)
    throw new AppError('CONFLICT', 'It is not submitted, so there is nothing to review.')
  requireLevels(critique, levels)
  const key = { critiqueId_reviewerId: { critiqueId, reviewerId } }
  const written = { comment, submittedAt: actor.at }
  await transaction(async (tx) => {
    const now = await tx.review.findUnique({ where: key, select: { releasedAt: true } })
    if (now?.releasedAt) throw new AppError('CLOSED', 'The author has this review; it stays as it is.')
    const { id: reviewId } = await tx.review.upsert({
      where: key,
      create: { critiqueId, reviewerId, ...written },
      update: written,
      select: { id: true },
    })
    await tx.reviewScore.deleteMany({ where: { reviewId } })
    await tx.reviewScore.createMany({
      data: Object.entries(levels).map(([criterionId, level]) => ({ reviewId, criterionId, level })),
    })
    const { id: scopeId, courseId } = critique.assignment
    await recordEvent(tx, {
      ...{ courseId, type: 'review.submitted', actorId: reviewerId, audience: 'STAFF' },
      ...{ subjectId: critiqueId, scopeId },
      at: actor.at,
    })
  })
}

/**
 * The actor's review of a critique that was handed in; until it is released it can be written anew. Staff may review
 * any; a student only what they were given to review, and never their own.
 */
export async function submitReview(actor: Actor, input: SubmitReview): Promise<{ critiqueId: string }> {
  const critique = await critiqueFor(actor, input.critiqueId)
  const { courseId } = critique.assignment
  const me = memberIn(actor, courseId)
  const verb = me && isStaffRole(me.role) ? 'review.moderate' : 'review.write'
  const member = authoriseMember(actor, verb, courseId, { open: true })
  await writeReview(actor, critique, { ...input, reviewerId: member.id })
  return { critiqueId: critique.id }
}

/** A review in its reviewer's name, entered by staff: for the loader and for reviews on paper. */
export async function recordReview(actor: Actor, input: RecordReview): Promise<{ critiqueId: string }> {
  const critique = await critiqueFor(actor, input.critiqueId)
  const { courseId } = critique.assignment
  authoriseMember(actor, 'review.moderate', courseId)
  const reviewer = await db.membership.findFirst({
    where: { id: input.reviewerId, courseId },
    select: { id: true },
  })
  if (!reviewer) throw new AppError('NOT_FOUND')
  await writeReview(actor, critique, input)
  return { critiqueId: critique.id }
}

/** Releases an assignment's reviews to their authors, all at once. Who let them out is nobody's clue: no actor. */
export async function releaseReviews(
  actor: Actor,
  { assignmentId }: ReleaseReviews,
): Promise<{ released: number }> {
  const assignment = await db.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, visibleAssignments(actor)] },
    select: { courseId: true },
  })
  if (!assignment) throw new AppError('NOT_FOUND')
  const { courseId } = assignment
  authoriseMember(actor, 'review.moderate', courseId)
  return transaction(async (tx) => {
    const held = { releasedAt: null, critique: { assignmentId, submittedAt: { not: null } } }
    const reviews = await tx.review.findMany({
      where: held,
      select: { id: true, critique: { select: { id: true, authorId: true } } },
    })
    const ids = reviews.map((r) => r.id)
    await tx.review.updateMany({ where: { id: { in: ids } }, data: { releasedAt: actor.at } })
    const authors = new Map(reviews.map((r) => [r.critique.id, r.critique.authorId]))
    for (const [subjectId, audienceId] of authors)
      await recordEvent(tx, {
        ...{ courseId, type: 'review.released', actorId: null, audience: 'PERSON', audienceId },
        ...{ subjectId, scopeId: assignmentId },
        at: actor.at,
      })
    return { released: ids.length }
  })
}

/** The author's answer to the reviews, which may come after the due date. Writing again replaces it. */
export async function respond(actor: Actor, { id, text }: Respond): Promise<{ id: string }> {
  const { authorId, assignment } = await critiqueFor(actor, id)
  const { courseId } = assignment
  const member = authoriseMember(actor, 'critique.write', courseId, { authorId, open: true })
  return transaction(async (tx) => {
    const released = { critiqueId: id, releasedAt: { not: null } }
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
