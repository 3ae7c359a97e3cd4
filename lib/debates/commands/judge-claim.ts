import 'server-only'
import { transaction } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import type { ClaimRef, JudgeClaim } from '../schema'
import { authorise, gone, load, lockOpenDebate, record, ref } from './claim-base'

/**
 * What one member makes of a claim: how much it matters (0 to 4) and how probable it is (0 to 100). It can be changed
 * and taken back. The event does not say whose it is, for others see the class's distribution move. Errors:
 * NOT_FOUND, FORBIDDEN, CLOSED.
 */
export async function judgeClaim(actor: Actor, { id, impact, probability }: JudgeClaim): Promise<ClaimRef> {
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.judge', claim)
  const key = { claimId: id, membershipId: member.id }
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    if (!(await tx.claim.count({ where: { id, deletedAt: null } }))) throw gone()
    const before = await tx.claimJudgement.findUnique({ where: { claimId_membershipId: key } })
    if ((before?.impact ?? null) === impact && (before?.probability ?? null) === probability)
      return ref(claim)
    if (impact === null && probability === null) await tx.claimJudgement.deleteMany({ where: key })
    else
      await tx.claimJudgement.upsert({
        where: { claimId_membershipId: key },
        create: { ...key, impact, probability, updatedAt: actor.at },
        update: { impact, probability, updatedAt: actor.at },
      })
    return record(tx, 'claim.judged', { actor, member, claim, nameless: true })
  })
}
