import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, visibleDebates } from '@/lib/policy'
import type { AddClaim, ClaimRef } from '../schema'
import { checkedSources, holdPassages } from '../sources'
import { lockOpenDebate, record, ref, refuseUndercutOfMotion } from './claim-base'

async function requireParent(tx: Tx, debateId: string, parentId: string): Promise<void> {
  const parent = await tx.claim.findFirst({
    where: { id: parentId, debateId },
    select: { deletedAt: true, hiddenAt: true },
  })
  if (!parent) throw new AppError('NOT_FOUND')
  if (parent.deletedAt)
    throw new AppError('CONFLICT', 'The claim that you answer has been deleted. Your words are still here.')
  if (parent.hiddenAt)
    throw new AppError('CONFLICT', 'The claim that you answer has been hidden. Your words are still here.')
}

async function nextNumber(tx: Tx, debateId: string): Promise<number> {
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/**
 * Adds a claim with its sources; it gets the debate's next number. Sent twice with the same id by the same author it
 * is one claim. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID (a source the course may not see,
 * an undercut of the motion), CONFLICT.
 */
export async function addClaim(actor: Actor, input: AddClaim): Promise<ClaimRef> {
  const { debateId, parentId, relation, text, toulmin } = input
  refuseUndercutOfMotion(relation, parentId)
  const debate = await db.debate.findFirst({
    where: { AND: [{ id: debateId }, visibleDebates(actor)] },
    select: { courseId: true, closedAt: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  const member = authoriseMember(actor, 'claim.add', debate.courseId, { open: !debate.closedAt })
  const sources = await checkedSources(actor, debate.courseId, input.sources)
  const id = input.id ?? uuidv7()
  return transaction(async (tx) => {
    await lockOpenDebate(tx, debateId)
    await holdPassages(tx, sources)
    const sent = input.id && (await tx.claim.findFirst({ where: { id, debateId, authorId: member.id } }))
    if (sent) return ref(sent)
    if (parentId) await requireParent(tx, debateId, parentId)
    const claim = { id, debateId, number: await nextNumber(tx, debateId) }
    await tx.claim.create({
      data: {
        ...claim,
        parentId,
        relation,
        text,
        toulmin,
        authorId: member.id,
        createdAt: actor.at,
        sources: { createMany: { data: sources } },
      },
      select: { id: true },
    })
    return record(tx, 'claim.added', { actor, member, claim })
  })
}
