import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, memberIn, visibleClaims } from '@/lib/policy'
import type { ClaimId, ClaimRef, LinkClaims } from '../schema'
import { authorise, gone, load, lockOpenDebate, record } from './claim-base'

/**
 * Takes a claim out of its linked premises, and the last one that would be left alone.
 * @returns the others that changed.
 */
export async function unlinked(
  tx: Tx,
  claim: { id: string; debateId: string; linkGroup: number | null },
): Promise<string[]> {
  const { id, debateId, linkGroup } = claim
  if (linkGroup === null) return []
  const rest = await tx.claim.findMany({
    where: { debateId, linkGroup, deletedAt: null, NOT: { id } },
    select: { id: true },
  })
  const alone = rest.length === 1 ? rest.map((c) => c.id) : []
  await tx.claim.updateMany({ where: { id: { in: [id, ...alone] } }, data: { linkGroup: null } })
  return alone
}

/** The claims that are to be linked, the one named first in front. Errors: NOT_FOUND, INVALID. */
async function siblings(tx: Tx, ids: readonly string[], debateId: string) {
  const claims = await tx.claim.findMany({ where: { id: { in: [...ids] }, debateId, deletedAt: null } })
  if (claims.length !== ids.length) throw gone()
  const [first] = claims
  if (claims.some((c) => c.parentId !== first?.parentId || c.relation !== first?.relation))
    throw new AppError(
      'INVALID',
      'Linked premises speak to the same claim and point the same way. Move or turn them first.',
    )
  return claims
}

/**
 * Marks siblings as linked premises: they help only together. One that is linked already brings its partners. By the
 * author of any of them, or the staff. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID, CONFLICT.
 */
export async function linkClaims(actor: Actor, { ids: named }: LinkClaims): Promise<ClaimRef> {
  const ids = [...new Set(named)]
  const found = await db.claim.findMany({
    where: { AND: [{ id: { in: ids }, deletedAt: null }, visibleClaims(actor)] },
    include: { debate: { select: { courseId: true, closedAt: true } } },
  })
  const claim = found.find((c) => c.id === ids[0])
  if (!claim || found.length !== ids.length) throw new AppError('NOT_FOUND')
  if (ids.length < 2) throw new AppError('INVALID', 'Choose at least two claims.')
  const { courseId, closedAt } = claim.debate
  const me = memberIn(actor, courseId)?.id
  const authorId = found.some((c) => c.authorId === me) ? me : claim.authorId
  const member = authoriseMember(actor, 'claim.edit', courseId, { authorId, open: !closedAt })
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const claims = await siblings(tx, ids, claim.debateId)
    const groups = claims.flatMap((c) => c.linkGroup ?? [])
    const { _max } = await tx.claim.aggregate({
      where: { debateId: claim.debateId },
      _max: { linkGroup: true },
    })
    const linkGroup = groups.length ? Math.min(...groups) : (_max.linkGroup ?? 0) + 1
    const all = { OR: [{ id: { in: ids } }, { debateId: claim.debateId, linkGroup: { in: groups } }] }
    const touched = await tx.claim.findMany({ where: { ...all, deletedAt: null }, select: { id: true } })
    await tx.claim.updateMany({ where: all, data: { linkGroup } })
    const also = touched.map((c) => c.id).filter((id) => id !== claim.id)
    return record(tx, 'claim.edited', { actor, member, claim, payload: { linked: true }, also })
  })
}

/** A premise that helps by itself again. */
export async function unlinkClaim(actor: Actor, { id }: ClaimId): Promise<ClaimRef> {
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.edit', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const now = await tx.claim.findFirst({ where: { id, deletedAt: null } })
    if (!now) throw gone()
    const also = await unlinked(tx, now)
    return record(tx, 'claim.edited', { actor, member, claim, payload: { linked: false }, also })
  })
}
