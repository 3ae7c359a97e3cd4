import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import type { Claim } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, type Member, visibleClaims, visibleDebates } from '@/lib/policy'
import type {
  AddClaim,
  AddSource,
  ClaimId,
  ClaimRef,
  DebateId,
  DebateRef,
  EditClaim,
  SourceId,
} from './schema'
import { checkedSources, holdPassages, type SourceData } from './sources'

export { createDebate } from './create-debate'

type Loaded = Claim & { debate: { courseId: string; closedAt: Date | null } }

const ref = ({ id, debateId, number }: ClaimRef): ClaimRef => ({ id, debateId, number })

/**
 * Takes the debate for this transaction: claims are added, taken away and the debate closed one at a time, so that
 * numbers do not clash, no claim is hung on one that goes, and nothing is added after the close.
 */
async function lockOpenDebate(tx: Tx, debateId: string): Promise<void> {
  const [debate] = await tx.$queryRaw<{ closedAt: Date | null }[]>`
    SELECT "closedAt" FROM "Debate" WHERE "id" = ${debateId}::uuid FOR NO KEY UPDATE`
  if (!debate) throw new AppError('NOT_FOUND')
  if (debate.closedAt) throw new AppError('CLOSED')
}

const record = (
  tx: Tx,
  type: EventType,
  { actor, member, claim, payload }: { actor: Actor; member: Member; claim: ClaimRef; payload?: object },
): Promise<number> =>
  recordEvent(tx, {
    audience: 'EVERYONE',
    courseId: member.courseId,
    type,
    actorId: member.id,
    subjectId: claim.id,
    scopeId: claim.debateId,
    payload: { number: claim.number, ...payload },
    at: actor.at,
  })

async function requireParent(tx: Tx, debateId: string, parentId: string): Promise<void> {
  const parent = await tx.claim.findFirst({ where: { id: parentId, debateId }, select: { deletedAt: true } })
  if (!parent) throw new AppError('NOT_FOUND')
  if (parent.deletedAt)
    throw new AppError('CONFLICT', 'The claim that you answer has been deleted. Your words are still here.')
}

async function nextNumber(tx: Tx, debateId: string): Promise<number> {
  const { _max } = await tx.claim.aggregate({ where: { debateId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/**
 * Adds a claim with its sources; it gets the debate's next number. Sent twice with the same id by the same author it
 * is one claim. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID (a source the course may not see), CONFLICT.
 */
export async function addClaim(actor: Actor, input: AddClaim): Promise<ClaimRef> {
  const { debateId, parentId, relation, text } = input
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
        authorId: member.id,
        createdAt: actor.at,
        sources: { createMany: { data: sources } },
      },
      select: { id: true },
    })
    await record(tx, 'claim.added', { actor, member, claim })
    return claim
  })
}

async function load(actor: Actor, id: string, deleted = false): Promise<Loaded> {
  const claim = await db.claim.findFirst({
    where: { AND: [{ id, deletedAt: deleted ? { not: null } : null }, visibleClaims(actor)] },
    include: { debate: { select: { courseId: true, closedAt: true } } },
  })
  if (!claim) throw new AppError('NOT_FOUND')
  return claim
}

const authorise = (actor: Actor, verb: 'claim.edit' | 'claim.delete', claim: Loaded): Member =>
  authoriseMember(actor, verb, claim.debate.courseId, {
    authorId: claim.authorId,
    open: !claim.debate.closedAt,
  })

const MOST_SOURCES = 12

async function changeSources(tx: Tx, claimId: string, add: SourceData[], remove: string[]): Promise<void> {
  if (remove.length) await tx.claimSource.deleteMany({ where: { claimId, id: { in: remove } } })
  if (!add.length) return
  if ((await tx.claimSource.count({ where: { claimId } })) + add.length > MOST_SOURCES)
    throw new AppError('INVALID', 'Twelve sources are enough for one claim.')
  await tx.claimSource.createMany({ data: add.map((row) => ({ ...row, claimId })) })
}

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
    await record(tx, 'claim.deleted', { actor, member, claim })
    return ref(claim)
  })
}

/** Puts a deleted claim back where it was, with its number. Told to others as an edit that says `restored`. */
export async function restoreClaim(actor: Actor, { id }: ClaimId): Promise<ClaimRef> {
  const claim = await load(actor, id, true)
  const member = authorise(actor, 'claim.delete', claim)
  return transaction(async (tx) => {
    await lockOpenDebate(tx, claim.debateId)
    const { parentId } = claim
    if (parentId && !(await tx.claim.count({ where: { id: parentId, deletedAt: null } })))
      throw new AppError(
        'CONFLICT',
        'The claim that it answered has been deleted too. Restore that one first.',
      )
    await tx.claim.update({ where: { id }, data: { deletedAt: null }, select: { id: true } })
    await record(tx, 'claim.edited', { actor, member, claim, payload: { restored: true } })
    return ref(claim)
  })
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
    await record(tx, 'claim.edited', { actor, member, claim })
    return ref(claim)
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
    await record(tx, 'claim.edited', { actor, member, claim })
    return ref(claim)
  })
}

/** Ends the argument: nothing is added or changed any more. Closing twice changes nothing. */
export async function closeDebate(actor: Actor, { id }: DebateId): Promise<DebateRef> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id }, visibleDebates(actor)] },
    select: { id: true, slug: true, courseId: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  const { courseId, slug } = debate
  const member = authoriseMember(actor, 'debate.manage', courseId)
  return transaction(async (tx) => {
    const { count } = await tx.debate.updateMany({
      where: { id, closedAt: null },
      data: { closedAt: actor.at },
    })
    if (count)
      await recordEvent(tx, {
        audience: 'EVERYONE',
        courseId,
        type: 'debate.closed',
        actorId: member.id,
        subjectId: id,
        scopeId: id,
        at: actor.at,
      })
    return { id, slug }
  })
}
