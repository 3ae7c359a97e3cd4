import 'server-only'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import type { Claim } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, type Member, visibleClaims } from '@/lib/policy'
import type { Relation } from '../rules/tree'
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

type Told = {
  actor: Actor
  member: Member
  claim: ClaimRef
  payload?: object
  /** Other claims that changed with it: whoever follows the debate gets them too. */
  also?: readonly string[]
  /** Whose doing it is, is not told. */
  nameless?: boolean
}

/** Records what happened to a claim, and answers with the claim and the event's number. */
export async function record(tx: Tx, type: EventType, told: Told): Promise<ClaimRef> {
  const { actor, member, claim, payload, also, nameless } = told
  const seq = await recordEvent(tx, {
    audience: 'EVERYONE',
    courseId: member.courseId,
    type,
    actorId: nameless ? null : member.id,
    subjectId: claim.id,
    scopeId: claim.debateId,
    payload: { number: claim.number, ...payload, ...(also?.length ? { also } : {}) },
    at: actor.at,
  })
  return { ...ref(claim), seq }
}

export async function load(actor: Actor, id: string, deleted = false): Promise<Loaded> {
  const claim = await db.claim.findFirst({
    where: { AND: [{ id, deletedAt: deleted ? { not: null } : null }, visibleClaims(actor)] },
    include: { debate: { select: { courseId: true, closedAt: true } } },
  })
  if (!claim) throw new AppError('NOT_FOUND')
  return claim
}

/** Nothing steps from the motion, so there is no step to undercut. Errors: INVALID. */
export function refuseUndercutOfMotion(relation: Relation, parentId: string | null): void {
  const message =
    'An undercut denies that a claim helps what it speaks to, so it answers a claim, not the motion.'
  if (relation === 'UNDERCUTS' && parentId === null)
    throw new AppError('INVALID', message, { fields: { relation: message } })
}

/** Refused where the database found somebody faster: the claim went while one was at it. */
export const gone = (): AppError =>
  new AppError('CONFLICT', 'The claim has been deleted or merged just now. Your words are still here.')

type Standing = {
  id: string
  parentId: string | null
  deletedAt: Date | null
  hiddenAt: Date | null
  linkGroup: number | null
  number: number
}

/** Where every claim of the debate hangs, those that are gone too; the debate is held by then. */
export const skeleton = (tx: Tx, debateId: string): Promise<Standing[]> =>
  tx.claim.findMany({
    where: { debateId },
    select: { id: true, parentId: true, deletedAt: true, hiddenAt: true, linkGroup: true, number: true },
  })

export const authorise = (
  actor: Actor,
  verb: 'claim.edit' | 'claim.delete' | 'claim.merge' | 'claim.judge',
  claim: Loaded,
): Member =>
  authoriseMember(actor, verb, claim.debate.courseId, {
    authorId: claim.authorId,
    open: !claim.debate.closedAt,
  })
