import 'server-only'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import { type Actor, type Member, visibleDebates } from '@/lib/policy'

export type Held = { id: string; slug: string; courseId: string; closedAt: Date | null }

/** The debate as the actor sees it. Throws NOT_FOUND. */
export async function debateFor(actor: Actor, id: string): Promise<Held> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id }, visibleDebates(actor)] },
    select: { id: true, slug: true, courseId: true, closedAt: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  return debate
}

/** Takes the debate for this transaction: its set-up changes one at a time, and not after the close. */
export async function lockDebate(tx: Tx, id: string): Promise<{ begun: boolean }> {
  const [debate] = await tx.$queryRaw<{ closedAt: Date | null; begun: boolean }[]>`
    SELECT d."closedAt", EXISTS (SELECT 1 FROM "DebateSession" s WHERE s."debateId" = d."id") AS begun
    FROM "Debate" d WHERE d."id" = ${id}::uuid FOR NO KEY UPDATE OF d`
  if (!debate) throw new AppError('NOT_FOUND')
  if (debate.closedAt) throw new AppError('CLOSED', 'This debate is closed; nothing in it changes any more.')
  return debate
}

type Told = { actor: Actor; member: Member; debateId: string; payload?: Record<string, unknown> }

export const recordDebate = (
  tx: Tx,
  type: EventType,
  { actor, member, debateId, payload }: Told,
): Promise<number> =>
  recordEvent(tx, {
    ...{ audience: 'EVERYONE', courseId: member.courseId, type, actorId: member.id, at: actor.at },
    ...{ subjectId: debateId, scopeId: debateId, payload },
  })
