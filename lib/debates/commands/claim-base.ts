import 'server-only'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import type { Claim } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, type Member, visibleClaims } from '@/lib/policy'
import type { ClaimRef } from '../schema'

export type Loaded = Claim & { debate: { courseId: string; closedAt: Date | null } }

export const ref = ({ id, debateId, number }: ClaimRef): ClaimRef => ({ id, debateId, number })

/**
 * Takes the debate for this transaction: claims are added, taken away and the debate closed one at a time, so that
 * numbers do not clash, no claim is hung on one that goes, and nothing is added after the close.
 */
export async function lockOpenDebate(tx: Tx, debateId: string): Promise<void> {
  const [debate] = await tx.$queryRaw<{ closedAt: Date | null }[]>`
    SELECT "closedAt" FROM "Debate" WHERE "id" = ${debateId}::uuid FOR NO KEY UPDATE`
  if (!debate) throw new AppError('NOT_FOUND')
  if (debate.closedAt) throw new AppError('CLOSED')
}

export const record = (
  tx: Tx,
  type: EventType,
  { actor, member, claim, payload }: { actor: Actor; member: Member; claim: ClaimRef; payload?: object },
): Promise<number> =>
  recordEvent(tx, {
    audience: 'EVERYONE',
    courseId: member.courseId,
    type,
    actorId: member.id,
    subjectId: claim.id,
    scopeId: claim.debateId,
    payload: { number: claim.number, ...payload },
    at: actor.at,
  })

export async function load(actor: Actor, id: string, deleted = false): Promise<Loaded> {
  const claim = await db.claim.findFirst({
    where: { AND: [{ id, deletedAt: deleted ? { not: null } : null }, visibleClaims(actor)] },
    include: { debate: { select: { courseId: true, closedAt: true } } },
  })
  if (!claim) throw new AppError('NOT_FOUND')
  return claim
}

export const authorise = (actor: Actor, verb: 'claim.edit' | 'claim.delete', claim: Loaded): Member =>
  authoriseMember(actor, verb, claim.debate.courseId, {
    authorId: claim.authorId,
    open: !claim.debate.closedAt,
  })
