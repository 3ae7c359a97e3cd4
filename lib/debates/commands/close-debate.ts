import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, visibleDebates } from '@/lib/policy'
import type { DebateId, DebateRef } from '../schema'

/**
 * Ends the argument: nothing is added or changed any more. Closing twice changes nothing.
 * Errors: NOT_FOUND, FORBIDDEN, CONFLICT (its session is on).
 */
export async function closeDebate(actor: Actor, { id }: DebateId): Promise<DebateRef> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id }, visibleDebates(actor)] },
    select: { id: true, slug: true, courseId: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  const { courseId, slug } = debate
  const member = authoriseMember(actor, 'debate.manage', courseId)
  return transaction(async (tx) => {
    const { count } = await tx.debate.updateMany({
      where: { id, closedAt: null },
      data: { closedAt: actor.at },
    })
    if ((await tx.debateSession.count({ where: { debateId: id, endedAt: null } })) > 0)
      throw new AppError('CONFLICT', 'The live session is on. End the session, then close the debate.')
    if (count)
      await recordEvent(tx, {
        audience: 'EVERYONE',
        courseId,
        type: 'debate.closed',
        actorId: member.id,
        subjectId: id,
        scopeId: id,
        at: actor.at,
      })
    return { id, slug }
  })
}
