import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, visibleClaims } from '@/lib/policy'
import type { AddSource, ClaimRef, SourceId } from '../schema'
import { checkedSources, holdPassages, type SourceData } from '../sources'
import { authorise, load, lockOpenDebate, record } from './claim-base'

const MOST_SOURCES = 12

export async function changeSources(
  tx: Tx,
  claimId: string,
  add: SourceData[],
  remove: string[],
): Promise<void> {
  if (remove.length) await tx.claimSource.deleteMany({ where: { claimId, id: { in: remove } } })
  if (!add.length) return
  if ((await tx.claimSource.count({ where: { claimId } })) + add.length > MOST_SOURCES)
    throw new AppError('INVALID', 'Twelve sources are enough for one claim.')
  await tx.claimSource.createMany({ data: add.map((row) => ({ ...row, claimId })) })
}

/** One source more, without touching the words. */
export async function addSource(actor: Actor, { claimId, source }: AddSource): Promise<ClaimRef> {
  const claim = await load(actor, claimId)
  const member = authorise(actor, 'claim.edit', claim)
  const rows = await checkedSources(actor, claim.debate.courseId, [source])
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    await holdPassages(tx, rows)
    await changeSources(tx, claimId, rows, [])
    return record(tx, 'claim.edited', { actor, member, claim })
  })
}

export async function removeSource(actor: Actor, { id }: SourceId): Promise<ClaimRef> {
  const source = await db.claimSource.findFirst({
    where: { AND: [{ id }, { claim: visibleClaims(actor) }] },
    select: { claimId: true },
  })
  if (!source) throw new AppError('NOT_FOUND')
  const claim = await load(actor, source.claimId)
  const member = authorise(actor, 'claim.edit', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    await changeSources(tx, claim.id, [], [id])
    return record(tx, 'claim.edited', { actor, member, claim })
  })
}
