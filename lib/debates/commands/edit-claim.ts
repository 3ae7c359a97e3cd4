import 'server-only'
import { transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import type { ClaimRef, EditClaim } from '../schema'
import { checkedSources, holdPassages } from '../sources'
import { authorise, load, lockOpenDebate, record, ref } from './claim-base'
import { changeSources } from './claim-sources'

/** Changes the words, which way the claim points, or what it rests on: all of it or nothing. */
export async function editClaim(actor: Actor, input: EditClaim): Promise<ClaimRef> {
  const { id, text, relation } = input
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.edit', claim)
  const sources = await checkedSources(actor, claim.debate.courseId, input.add)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    await holdPassages(tx, sources)
    const { count } = await tx.claim.updateMany({
      where: { id, deletedAt: null },
      data: { text, relation, editedAt: actor.at },
    })
    if (!count) throw new AppError('NOT_FOUND')
    await changeSources(tx, id, sources, input.remove)
    await record(tx, 'claim.edited', { actor, member, claim })
    return ref(claim)
  })
}
