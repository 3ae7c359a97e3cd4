import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '@/lib/db'
import { recordEvent } from '@/lib/events'
import type { Actor, Member } from '@/lib/policy'

type Reported = {
  actor: Actor
  member: Member
  about: { noteId: string } | { claimId: string }
  /** Where the event belongs: the note's section, the claim's debate. */
  scopeId: string
  reason: string
}

/**
 * A member's request that the staff look at something, which the caller holds for this transaction. Said again before
 * they have looked, it is one report with the newer words.
 */
export async function writeReport(
  tx: Tx,
  { actor, member, about, scopeId, reason }: Reported,
): Promise<void> {
  const mine = { ...about, reporterId: member.id, handledAt: null }
  const { count } = await tx.report.updateMany({ where: mine, data: { reason } })
  if (count) return
  const { courseId } = member
  await tx.report.create({
    data: { ...mine, id: uuidv7(), courseId, reason, createdAt: actor.at },
    select: { id: true },
  })
  await recordEvent(tx, {
    ...{ audience: 'STAFF', type: 'report.made', actorId: member.id, scopeId, courseId },
    subjectId: 'noteId' in about ? about.noteId : about.claimId,
    at: actor.at,
  })
}
