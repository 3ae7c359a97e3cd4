import 'server-only'
import { transaction } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import type { ClaimRef, EditClaim } from '../schema'
import { checkedSources, holdPassages } from '../sources'
import { authorise, gone, load, lockOpenDebate, record, refuseUndercutOfMotion } from './claim-base'
import { changeSources } from './claim-sources'
import { keepVersions } from './claim-versions'
import { unlinked } from './link-claims'

/**
 * Changes the words, which way the claim points, its role, or what it rests on: all of it or nothing. What it said
 * before is kept. One that points another way leaves its linked premises.
 */
export async function editClaim(actor: Actor, input: EditClaim): Promise<ClaimRef> {
  const { id, text, relation, toulmin } = input
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.edit', claim)
  const sources = await checkedSources(actor, claim.debate.courseId, input.add)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    await holdPassages(tx, sources)
    const now = await tx.claim.findFirst({ where: { id, deletedAt: null } })
    if (!now) throw gone()
    const points = relation ?? now.relation
    refuseUndercutOfMotion(points, now.parentId)
    const turns = points !== now.relation
    if (turns || text !== now.text) await keepVersions(tx, [now], member.id, actor.at)
    const also = turns ? await unlinked(tx, now) : []
    await tx.claim.update({
      where: { id },
      data: { text, relation: points, toulmin, editedAt: actor.at },
      select: { id: true },
    })
    await changeSources(tx, id, sources, input.remove)
    return record(tx, 'claim.edited', { actor, member, claim, also })
  })
}
