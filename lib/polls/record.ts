import 'server-only'
import type { Tx } from '@/lib/db'
import { type EventType, recordEvent } from '@/lib/events'
import type { Actor, Member } from '@/lib/policy'

/** What staff did to a poll: everybody in the course may know. Ballots have events of their own (cast.ts). */
export const recordPoll = (
  tx: Tx,
  actor: Actor,
  member: Member | null,
  type: EventType,
  poll: { id: string; courseId: string },
): Promise<number> =>
  recordEvent(tx, {
    audience: 'EVERYONE',
    courseId: poll.courseId,
    type,
    actorId: member?.id ?? null,
    subjectId: poll.id,
    scopeId: poll.id,
    at: actor.at,
  })
