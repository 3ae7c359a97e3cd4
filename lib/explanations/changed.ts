import 'server-only'
import type { Tx } from '@/lib/db'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'

/** Tells the course that the matrix is other than it was, as the last thing in the caller's transaction. */
export async function recordChange(
  tx: Tx,
  actor: Actor,
  courseId: string,
  subjectId?: string,
): Promise<void> {
  const member = authoriseMember(actor, 'matrix.edit', courseId)
  await recordEvent(tx, {
    audience: 'EVERYONE',
    courseId,
    type: 'matrix.changed',
    actorId: member.id,
    ...(subjectId ? { subjectId } : {}),
    scopeId: courseId,
    at: actor.at,
  })
}
