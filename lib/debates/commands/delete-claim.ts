import 'server-only'
import { transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import type { ClaimId, ClaimRef } from '../schema'
import { authorise, load, lockOpenDebate, record } from './claim-base'

/** Takes a claim away, for ever or until `restoreClaim`. One that others have answered stays. */
export async function deleteClaim(actor: Actor, { id }: ClaimId): Promise<ClaimRef> {
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.delete', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    if (await tx.claim.count({ where: { parentId: id, deletedAt: null } }))
      throw new AppError('CONFLICT', 'This claim has been answered, so it stays. You can still edit it.')
    const { count } = await tx.claim.updateMany({
      where: { id, deletedAt: null },
      data: { deletedAt: actor.at },
    })
    if (!count) throw new AppError('NOT_FOUND')
    return record(tx, 'claim.deleted', { actor, member, claim })
  })
}

/** Puts a deleted claim back where it was, with its number. Told to others as an edit that says `restored`. */
export async function restoreClaim(actor: Actor, { id }: ClaimId): Promise<ClaimRef> {
  const claim = await load(actor, id, true)
  const member = authorise(actor, 'claim.delete', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const { parentId } = claim
    if (claim.mergedIntoId)
      throw new AppError('CONFLICT', 'This claim was merged into another. The staff can separate them again.')
    if (parentId && !(await tx.claim.count({ where: { id: parentId, deletedAt: null } })))
      throw new AppError(
        'CONFLICT',
        'The claim that it answered has been deleted too. Restore that one first.',
      )
    await tx.claim.update({ where: { id }, data: { deletedAt: null }, select: { id: true } })
    return record(tx, 'claim.edited', { actor, member, claim, payload: { restored: true } })
  })
}
