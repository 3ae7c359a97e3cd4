import 'server-only'
import { z } from 'zod'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import { newSources, refusedMerge, refusedMove } from '../rules/move'
import type { ClaimId, ClaimRef, MergeClaims } from '../schema'
import { authorise, gone, load, lockOpenDebate, record, skeleton } from './claim-base'
import { keepVersions } from './claim-versions'
import { unlinked } from './link-claims'

/** Brings the answers of one claim to another; each is there once. */
async function takeAnswers(
  tx: Tx,
  from: string,
  to: string,
  by: { id: string; at: Date },
): Promise<string[]> {
  const answers = await tx.claim.findMany({ where: { parentId: from, deletedAt: null } })
  await keepVersions(tx, answers, by.id, by.at)
  const ids = answers.map((c) => c.id)
  await tx.claim.updateMany({ where: { id: { in: ids } }, data: { parentId: to } })
  return ids
}

async function takeSources(tx: Tx, from: string, to: string): Promise<string[]> {
  const rows = await tx.claimSource.findMany({
    where: { claimId: { in: [from, to] } },
    orderBy: { id: 'asc' },
  })
  const fresh = newSources(
    rows.filter((s) => s.claimId === to),
    rows.filter((s) => s.claimId === from),
  ).map((s) => s.id)
  await tx.claimSource.updateMany({ where: { id: { in: fresh } }, data: { claimId: to } })
  return fresh
}

/** Who judged both keeps what they said of the claim that stays. */
const copyJudgements = (tx: Tx, from: string, to: string): Promise<number> => tx.$executeRaw`
  INSERT INTO "ClaimJudgement" ("claimId", "membershipId", "impact", "probability", "updatedAt")
  SELECT ${to}::uuid, "membershipId", "impact", "probability", "updatedAt" FROM "ClaimJudgement"
  WHERE "claimId" = ${from}::uuid ON CONFLICT DO NOTHING`

/** Those that a merge brought and nobody has changed since. */
const takeJudgementsBack = (tx: Tx, from: string, to: string): Promise<number> => tx.$executeRaw`
  DELETE FROM "ClaimJudgement" k USING "ClaimJudgement" d
  WHERE k."claimId" = ${from}::uuid AND d."claimId" = ${to}::uuid AND k."membershipId" = d."membershipId"
    AND k."updatedAt" = d."updatedAt" AND k."impact" IS NOT DISTINCT FROM d."impact"
    AND k."probability" IS NOT DISTINCT FROM d."probability"`

/**
 * Merges a duplicate into the claim that stays, which gets its answers, sources and judgements, none of them twice.
 * The duplicate leaves the map and leads to the other; `separateClaims` undoes it. Errors: NOT_FOUND, FORBIDDEN,
 * CLOSED, CONFLICT (the claim that stays answers the duplicate).
 */
export async function mergeClaims(actor: Actor, { id, intoId }: MergeClaims): Promise<ClaimRef> {
  const claim = await load(actor, id)
  const member = authorise(actor, 'claim.merge', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const all = await skeleton(tx, claim.debateId)
    const kept = all.find((c) => c.id === intoId)
    const now = all.find((c) => c.id === id)
    if (!kept || !now) throw new AppError('NOT_FOUND')
    if (kept.deletedAt || now.deletedAt) throw gone()
    if (kept.hiddenAt) throw new AppError('CONFLICT', 'The claim that stays is hidden. Put it back first.')
    const refused = refusedMerge(all, id, intoId)
    if (refused === 'ITSELF') throw new AppError('CONFLICT', 'A claim cannot be merged into itself.')
    if (refused) throw new AppError('CONFLICT', 'The claim that stays answers the other one. Move it first.')
    const alone = await unlinked(tx, { ...now, debateId: claim.debateId })
    const answers = await takeAnswers(tx, id, intoId, { id: member.id, at: actor.at })
    const sources = await takeSources(tx, id, intoId)
    await copyJudgements(tx, id, intoId)
    await tx.claim.update({
      where: { id },
      data: { deletedAt: actor.at, mergedIntoId: intoId },
      select: { id: true },
    })
    const payload = { intoId, into: kept.number, answers, sources }
    return record(tx, 'claim.merged', { actor, member, claim, payload, also: [intoId, ...answers, ...alone] })
  })
}

const Brought = z.object({ answers: z.array(z.uuid()), sources: z.array(z.uuid()) })

/** What the merge brought over, as its event says. */
async function broughtBy(tx: Tx, courseId: string, claimId: string): Promise<z.output<typeof Brought>> {
  const event = await tx.event.findFirst({
    where: { courseId, type: 'claim.merged', subjectId: claimId },
    orderBy: { seq: 'desc' },
    select: { payload: true },
  })
  return Brought.catch({ answers: [], sources: [] }).parse(event?.payload)
}

/** Answers that still hang where the merge put them, and may go back without a cycle. */
async function takeBackAnswers(
  tx: Tx,
  ids: string[],
  { id, keptId, debateId, by, at }: { id: string; keptId: string; debateId: string; by: string; at: Date },
): Promise<string[]> {
  const answers = await tx.claim.findMany({ where: { id: { in: ids }, parentId: keptId, deletedAt: null } })
  const all = await skeleton(tx, debateId)
  const back = answers.filter((c) => refusedMove(all, c.id, id) === null)
  await keepVersions(tx, back, by, at)
  await tx.claim.updateMany({ where: { id: { in: back.map((c) => c.id) } }, data: { parentId: id } })
  return back.map((c) => c.id)
}

/**
 * Undoes a merge, however long ago: the claim is back in its place, with those of its answers, sources and judgements
 * that nobody has moved or changed since. Errors: NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT (what it spoke to is gone).
 */
export async function separateClaims(actor: Actor, { id }: ClaimId): Promise<ClaimRef> {
  const claim = await load(actor, id, true)
  const member = authorise(actor, 'claim.merge', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const now = await tx.claim.findUnique({ where: { id } })
    const keptId = now?.mergedIntoId
    if (!now || !keptId) throw new AppError('CONFLICT', 'These claims are separate already.')
    if (now.parentId && !(await tx.claim.count({ where: { id: now.parentId, deletedAt: null } })))
      throw new AppError('CONFLICT', 'The claim that it answered is gone. Restore that one first.')
    await tx.claim.update({
      where: { id },
      data: { deletedAt: null, mergedIntoId: null },
      select: { id: true },
    })
    const brought = await broughtBy(tx, member.courseId, id)
    const { debateId } = claim
    const answers = await takeBackAnswers(tx, brought.answers, {
      ...{ id, keptId, debateId, by: member.id, at: actor.at },
    })
    await tx.claimSource.updateMany({
      where: { id: { in: brought.sources }, claimId: keptId },
      data: { claimId: id },
    })
    await takeJudgementsBack(tx, keptId, id)
    const payload = { separated: true, fromId: keptId }
    return record(tx, 'claim.merged', { actor, member, claim, payload, also: [keptId, ...answers] })
  })
}
