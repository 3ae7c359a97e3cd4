import 'server-only'
import { transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import type { ReplyToReview } from '../schema'
import { ownCritique, reviewByKey } from './release'

/**
 * The author's answer to one review, for its reviewer and the staff; it may come after the due date. Writing again
 * replaces it, writing nothing takes it back. Errors: NOT_FOUND (no such review that the author may see), FORBIDDEN.
 */
export async function replyToReview(actor: Actor, input: ReplyToReview): Promise<{ key: string }> {
  const { critiqueId, key, text } = input
  const { authorId, assignment } = await ownCritique(actor, critiqueId)
  const { courseId } = assignment
  const member = authoriseMember(actor, 'critique.write', courseId, { authorId, open: true })
  const id = await reviewByKey(actor, critiqueId, key)
  return transaction(async (tx) => {
    const { count } = await tx.review.updateMany({
      where: { id, releasedAt: { not: null }, hiddenAt: null },
      data: { authorReply: text.trim() },
    })
    if (count === 0) throw new AppError('NOT_FOUND')
    await recordEvent(tx, {
      ...{ courseId, type: 'review.answered', actorId: member.id, audience: 'STAFF' },
      ...{ subjectId: critiqueId, scopeId: assignment.id },
      at: actor.at,
    })
    return { key }
  })
}
