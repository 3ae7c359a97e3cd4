import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { EventType } from '@/lib/events'
import { type Actor, authoriseMember, type Member, memberIn, visibleDebates } from '@/lib/policy'
import { addClaim } from '../commands'
import { requireStep } from '../written/require-step'
import { keepsRecord, recordSession, type SessionDebate, sessionDebate } from './base'
import type { AddStatement, ClaimStatement, EditStatement, StatementId } from './schema'

type Ref = { id: string; number: number }

/** One's own words by whoever may write; another's by the timekeeper, the chair or the staff. */
async function authoriseAdd(actor: Actor, debate: SessionDebate, speakerId?: string): Promise<Member> {
  const member = memberIn(actor, debate.courseId)
  const open = debate.closedAt === null
  if (!member || !speakerId || speakerId === member.id)
    return authoriseMember(actor, 'statement.write', debate.courseId, { open })
  const keeps = await keepsRecord(debate.id, member.id)
  return authoriseMember(actor, 'statement.note', debate.courseId, { open, keeps })
}

async function requireSpeaker(tx: Tx, courseId: string, id: string): Promise<void> {
  const known = await tx.membership.count({ where: { id, courseId, role: { not: 'OBSERVER' } } })
  if (known === 0) throw new AppError('NOT_FOUND')
}

async function lock(tx: Tx, debateId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ closedAt: Date | null; begun: boolean }[]>`
    SELECT d."closedAt", EXISTS (SELECT 1 FROM "DebateSession" s WHERE s."debateId" = d."id") AS begun
    FROM "Debate" d WHERE d."id" = ${debateId}::uuid FOR NO KEY UPDATE OF d`
  if (!row) throw new AppError('NOT_FOUND')
  if (row.closedAt) throw new AppError('CLOSED', 'This debate is closed. Your words are still here.')
  if (!row.begun) throw new AppError('CLOSED', 'The session has not begun. Your words are still here.')
}

async function nextNumber(tx: Tx, debateId: string): Promise<number> {
  const { _max } = await tx.statement.aggregate({ where: { debateId }, _max: { number: true } })
  return (_max.number ?? 0) + 1
}

const sideOf = async (tx: Tx, debateId: string, membershipId: string) => {
  const key = { debateId_membershipId: { debateId, membershipId } }
  return (await tx.debateRole.findUnique({ where: key, select: { side: true } }))?.side ?? null
}

/**
 * Puts words into the session's record: one's own, or what somebody said. Sent twice with one id it is one statement.
 * Errors: NOT_FOUND, FORBIDDEN, CLOSED (the debate, or no session yet).
 */
export async function addStatement(actor: Actor, input: AddStatement): Promise<Ref> {
  const { debateId, text } = input
  const debate = await sessionDebate(actor, debateId)
  const member = await authoriseAdd(actor, debate, input.speakerId)
  const speakerId = input.speakerId ?? member.id
  const id = input.id ?? uuidv7()
  return transaction(async (tx) => {
    await lock(tx, debateId)
    const sent = input.id && (await tx.statement.findFirst({ where: { id, debateId, byId: member.id } }))
    if (sent) return { id, number: sent.number }
    await requireSpeaker(tx, debate.courseId, speakerId)
    await requireStep(tx, debateId, speakerId)
    const run = await tx.phaseRun.findFirst({ where: { debateId, endedAt: null }, select: { id: true } })
    const number = await nextNumber(tx, debateId)
    const side = input.side === undefined ? await sideOf(tx, debateId, speakerId) : input.side
    const row = { id, debateId, number, speakerId, byId: member.id, runId: run?.id ?? null, side, text }
    await tx.statement.create({ data: { ...row, createdAt: actor.at }, select: { id: true } })
    await told(tx, 'statement.added', { actor, member, debateId, id })
    return { id, number }
  })
}

type Told = { actor: Actor; member: Member; debateId: string; id: string }

const told = (tx: Tx, type: EventType, { actor, member, debateId, id }: Told): Promise<number> =>
  recordSession(tx, type, { actor, member, debateId, subjectId: id })

async function load(actor: Actor, id: string, deleted = false) {
  const statement = await db.statement.findFirst({
    where: { id, deletedAt: deleted ? { not: null } : null, debate: visibleDebates(actor) },
    include: { debate: { select: { courseId: true, closedAt: true } } },
  })
  if (!statement) throw new AppError('NOT_FOUND')
  return statement
}

/** Its speaker and its writer, the staff, and whoever keeps the record. */
async function authoriseEdit(actor: Actor, statement: Awaited<ReturnType<typeof load>>): Promise<Member> {
  const { debate, debateId, speakerId, byId } = statement
  const own = memberIn(actor, debate.courseId)?.id
  const authorId = own === speakerId || own === byId ? own : null
  const keeps = own ? await keepsRecord(debateId, own) : false
  const member = authoriseMember(actor, 'statement.edit', debate.courseId, { authorId, keeps })
  if (debate.closedAt) throw new AppError('CLOSED')
  return member
}

/** Errors: NOT_FOUND, FORBIDDEN, CLOSED. */
export async function editStatement(actor: Actor, { id, text, side }: EditStatement): Promise<Ref> {
  const { debateId, number, ...rest } = await load(actor, id)
  const member = await authoriseEdit(actor, { debateId, number, ...rest })
  return transaction(async (tx) => {
    await lock(tx, debateId)
    await tx.statement.update({
      where: { id },
      data: { text, side, editedAt: actor.at },
      select: { id: true },
    })
    await told(tx, 'statement.edited', { actor, member, debateId, id })
    return { id, number }
  })
}

async function setDeleted(actor: Actor, id: string, gone: boolean): Promise<Ref> {
  const statement = await load(actor, id, !gone)
  const { debateId, number } = statement
  const member = await authoriseEdit(actor, statement)
  return transaction(async (tx) => {
    await lock(tx, debateId)
    const data = { deletedAt: gone ? actor.at : null }
    await tx.statement.update({ where: { id }, data, select: { id: true } })
    await told(tx, gone ? 'statement.deleted' : 'statement.added', { actor, member, debateId, id })
    return { id, number }
  })
}

export const deleteStatement = (actor: Actor, { id }: StatementId): Promise<Ref> =>
  setDeleted(actor, id, true)
export const restoreStatement = (actor: Actor, { id }: StatementId): Promise<Ref> =>
  setDeleted(actor, id, false)

/**
 * Makes a statement's point a claim of the argument, by whoever does so, and links the two. Errors: those of
 * `addClaim`; NOT_FOUND.
 */
export async function claimStatement(actor: Actor, input: ClaimStatement): Promise<{ number: number }> {
  const { id, claimId, parentId, relation, text } = input
  const { debateId, debate } = await load(actor, id)
  const claim = await addClaim(actor, {
    ...{ id: claimId, debateId, parentId, relation, text, toulmin: null, sources: [] },
  })
  const member = authoriseMember(actor, 'claim.add', debate.courseId, { open: debate.closedAt === null })
  await transaction(async (tx) => {
    await lock(tx, debateId)
    await tx.statement.update({ where: { id }, data: { claimId: claim.id }, select: { id: true } })
    await told(tx, 'statement.edited', { actor, member, debateId, id })
  })
  return { number: claim.number }
}
