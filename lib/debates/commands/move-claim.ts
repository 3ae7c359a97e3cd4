import 'server-only'
import { transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { type Refused, refusedMove } from '../rules/move'
import type { ClaimRef, MoveClaim } from '../schema'
import {
  authorise,
  gone,
  load,
  lockOpenDebate,
  record,
  ref,
  refuseUndercutOfMotion,
  skeleton,
} from './claim-base'
import { keepVersions } from './claim-versions'
import { unlinked } from './link-claims'

const WHY: Record<Exclude<Refused, 'UNKNOWN'>, string> = {
  ITSELF: 'A claim cannot answer itself.',
  BELOW: 'That claim answers this one, so this one cannot answer it. Move that one first.',
}

/**
 * Hangs a claim, with all that answers it, under another claim of its debate or under the motion. By its author or
 * the staff; moving it back undoes it. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID (an undercut of the motion),
 * CONFLICT (a cycle, or the new parent is gone).
 */
export async function moveClaim(actor: Actor, { id, parentId, relation }: MoveClaim): Promise<ClaimRef> {
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.edit', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const now = await tx.claim.findFirst({ where: { id, deletedAt: null } })
    if (!now) throw gone()
    const points = relation ?? now.relation
    if (now.parentId === parentId && now.relation === points) return ref(claim)
    const all = await skeleton(tx, claim.debateId)
    const refused = refusedMove(all, id, parentId)
    if (refused === 'UNKNOWN') throw new AppError('NOT_FOUND')
    if (refused) throw new AppError('CONFLICT', WHY[refused])
    if (all.some((c) => c.id === parentId && c.deletedAt))
      throw new AppError('CONFLICT', 'The claim that it is to answer has been deleted or merged.')
    if (all.some((c) => c.id === parentId && c.hiddenAt))
      throw new AppError('CONFLICT', 'The claim that it is to answer has been hidden by the staff.')
    refuseUndercutOfMotion(points, parentId)
    await keepVersions(tx, [now], member.id, actor.at)
    const also = await unlinked(tx, now)
    await tx.claim.update({ where: { id }, data: { parentId, relation: points }, select: { id: true } })
    const payload = { from: now.parentId, to: parentId, relation: points }
    return record(tx, 'claim.moved', { actor, member, claim, payload, also })
  })
}
