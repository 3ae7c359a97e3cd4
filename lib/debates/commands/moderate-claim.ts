import 'server-only'
import { transaction } from '@/lib/db'
import { writeReport } from '@/lib/discussion/report'
import { type Actor, authoriseMember } from '@/lib/policy'
import type { ClaimRef, ModerateClaim, ReportClaim } from '../schema'
import { load, record, ref } from './claim-base'

/**
 * Hides a claim, also in a debate that is closed: its place and what answers it stay, its author and the staff still
 * read its words, with the reason; or puts it back. Said in the audit log. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function moderateClaim(actor: Actor, input: ModerateClaim): Promise<ClaimRef> {
  const { id, act } = input
  const claim = await load(actor, id)
  const member = authoriseMember(actor, 'claim.moderate', claim.debate.courseId)
  const hides = input.act === 'HIDE'
  return transaction(async (tx) => {
    const { count } = await tx.claim.updateMany({
      where: { id, deletedAt: null, ...(hides ? {} : { hiddenAt: { not: null } }) },
      data: hides ? { hiddenAt: actor.at, hiddenReason: input.reason } : { hiddenAt: null, hiddenReason: '' },
    })
    if (!count) return ref(claim)
    return record(tx, 'claim.moderated', { actor, member, claim, payload: { act } })
  })
}

/**
 * Asks the staff to look at a claim. Who asked is told to them alone. Errors: NOT_FOUND, FORBIDDEN (one's own claim).
 */
export async function reportClaim(actor: Actor, { id, reason }: ReportClaim): Promise<{ reported: true }> {
  const { authorId, debateId, debate } = await load(actor, id)
  const member = authoriseMember(actor, 'report.make', debate.courseId, { authorId })
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Claim" WHERE "id" = ${id}::uuid FOR UPDATE`
    await writeReport(tx, { actor, member, about: { claimId: id }, scopeId: debateId, reason })
  })
  return { reported: true }
}
