import 'server-only'
import type { Tx } from '@/lib/db'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import type { PhaseKind } from '@/lib/generated/prisma/enums'
import { type Actor, type Member, visibleDebates } from '@/lib/policy'
import type { Standing } from '../rules/session'

export type SessionDebate = {
  id: string
  courseId: string
  motion: string
  ranksExplanations: boolean
  closedAt: Date | null
}

/** The debate as the actor sees it. Throws NOT_FOUND. */
export async function sessionDebate(actor: Actor, id: string): Promise<SessionDebate> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id }, visibleDebates(actor)] },
    select: { id: true, courseId: true, motion: true, ranksExplanations: true, closedAt: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  return debate
}

export type HeldPhase = { id: string; name: string; minutes: number; kind: PhaseKind }
export type HeldSession = {
  standing: Standing
  revision: number
  startedAt: Date | null
  phases: HeldPhase[]
  left: Set<string>
  /** The database's clock, read after whoever was faster has finished. */
  now: Date
}

type Row = {
  now: Date
  phaseId: string | null
  revision: number | null
  endsAt: Date | null
  leftMs: number | null
  startedAt: Date | null
  endedAt: Date | null
}

/** A debate's session in one statement with the clock that its times are told by. */
const readSession = async (tx: Tx, debateId: string): Promise<Row> => {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT date_trunc('milliseconds', clock_timestamp()) AS now, s."phaseId", s."revision", s."endsAt", s."leftMs",
      s."startedAt", s."endedAt"
    FROM "Debate" d LEFT JOIN "DebateSession" s ON s."debateId" = d."id" WHERE d."id" = ${debateId}::uuid`
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export function standingOf({ phaseId, endsAt, leftMs, endedAt }: Omit<Row, 'now' | 'revision'>): Standing {
  if (phaseId === null) return { state: 'READY' }
  if (endedAt) return { state: 'ENDED', phaseId }
  if (endsAt) return { state: 'RUNNING', phaseId, endsAt: endsAt.getTime() }
  return { state: 'PAUSED', phaseId, leftMs: leftMs ?? 0 }
}

export async function loadSession(tx: Tx, debateId: string): Promise<HeldSession> {
  const row = await readSession(tx, debateId)
  const phases = await tx.phase.findMany({
    where: { debateId },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, minutes: true, kind: true },
  })
  const runs = await tx.phaseRun.findMany({
    where: { debateId, endedAt: { not: null } },
    select: { phaseId: true },
  })
  return {
    ...{ standing: standingOf(row), revision: row.revision ?? 0, startedAt: row.startedAt, phases },
    ...{ left: new Set(runs.map((r) => r.phaseId)), now: row.now },
  }
}

/** Takes the debate for this transaction: its session moves one step at a time, and not after the close. */
export async function lockSession(tx: Tx, debateId: string): Promise<HeldSession> {
  const [debate] = await tx.$queryRaw<{ closedAt: Date | null }[]>`
    SELECT "closedAt" FROM "Debate" WHERE "id" = ${debateId}::uuid FOR NO KEY UPDATE`
  if (!debate) throw new AppError('NOT_FOUND')
  if (debate.closedAt)
    throw new AppError('CLOSED', 'This debate is closed; its session cannot be run any more.')
  return loadSession(tx, debateId)
}

type Told = {
  actor: Actor
  member: Member
  debateId: string
  subjectId?: string
  payload?: Record<string, unknown>
}

/** What happens in a session is for the whole course: nothing private goes into a payload. */
export const recordSession = (
  tx: Tx,
  type: EventType,
  { actor, member, debateId, subjectId = debateId, payload }: Told,
): Promise<number> =>
  recordEvent(tx, {
    ...{ audience: 'EVERYONE', courseId: member.courseId, type, actorId: member.id, at: actor.at },
    ...{ subjectId, scopeId: debateId, payload },
  })

/** Whether the member keeps the debate's record: its timekeeper or chair. */
export async function keepsRecord(debateId: string, membershipId: string): Promise<boolean> {
  const role = await db.debateRole.findUnique({
    where: { debateId_membershipId: { debateId, membershipId } },
    select: { part: true },
  })
  return role?.part === 'TIMEKEEPER' || role?.part === 'CHAIR'
}
