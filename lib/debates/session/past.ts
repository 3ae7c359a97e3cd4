import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember } from '@/lib/policy'
import { MINUTE_MS } from '../rules/session'
import type { PhaseKind } from '../set-up/roles'
import { lockSession, recordSession, sessionDebate } from './base'
import { clockOf } from './clock'

export type PastSession = {
  debateId: string
  startedAt: Date
  /** Which polls of the course, by address, were its votes. */
  votes: { poll: string; kind: PhaseKind }[]
  /** What was noted of those who were called from the floor. */
  floor: { speakerId: string; byId: string; words: string[] }[]
}

type Run = { id: string; phaseId: string; kind: PhaseKind; number: number; startedAt: Date; endedAt: Date }

const after = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS)

/** One phase after the other, each as long as it was planned. */
async function writeRuns(tx: Tx, { debateId, startedAt }: PastSession): Promise<Run[]> {
  const phases = await tx.phase.findMany({ where: { debateId }, orderBy: { position: 'asc' } })
  let at = startedAt
  const runs = phases.map(({ id: phaseId, kind, minutes }, i): Run => {
    const from = at
    at = after(from, minutes)
    return { id: uuidv7(), phaseId, kind, number: i + 1, startedAt: from, endedAt: at }
  })
  await tx.phaseRun.createMany({ data: runs.map(({ kind: _, ...run }) => ({ ...run, debateId })) })
  return runs
}

async function linkVotes(tx: Tx, courseId: string, { votes }: PastSession, runs: Run[]): Promise<void> {
  for (const { poll, kind } of votes)
    await tx.poll.updateMany({
      where: { courseId, slug: poll, phaseId: null },
      data: { phaseId: runs.find((r) => r.kind === kind)?.phaseId ?? null },
    })
}

async function writeFloor(tx: Tx, { debateId, floor }: PastSession, runs: Run[]): Promise<void> {
  const run = runs.find((r) => r.kind === 'FLOOR')
  if (!run) return
  const turns = floor.map((turn, i) => ({ ...turn, at: after(run.startedAt, 1 + 3 * i) }))
  await tx.hand.createMany({
    data: turns.map(({ speakerId, at }) => ({
      ...{ debateId, membershipId: speakerId, raisedAt: run.startedAt, calledAt: at },
      doneAt: after(at, 1.5),
    })),
  })
  const said = turns.flatMap((t) => t.words.map((text, i) => ({ ...t, text, createdAt: after(t.at, i) })))
  await tx.statement.createMany({
    data: said.map(({ speakerId, byId, text, createdAt }, i) => ({
      ...{ debateId, runId: run.id, number: i + 1, speakerId, byId, text, createdAt },
    })),
  })
}

/**
 * The record of a session that was held before it is kept here: every phase as planned, from `startedAt` on. Errors:
 * NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT (a session has been held here).
 */
export async function recordPastSession(actor: Actor, past: PastSession): Promise<void> {
  const { debateId } = past
  const debate = await sessionDebate(actor, debateId)
  const member = authoriseMember(actor, 'session.control', debate.courseId)
  await transaction(async (tx) => {
    const { standing } = await lockSession(tx, debateId)
    if (standing.state !== 'READY') throw new AppError('CONFLICT', 'This debate has had its session.')
    const runs = await writeRuns(tx, past)
    const last = runs.at(-1)
    const { startedAt } = past
    await tx.debateSession.create({
      data: { debateId, phaseId: last?.phaseId, revision: 1, startedAt, endedAt: last?.endedAt ?? startedAt },
    })
    await linkVotes(tx, debate.courseId, past, runs)
    await writeFloor(tx, past, runs)
    const payload = { act: 'end', clock: await clockOf(tx, debateId) }
    await recordSession(tx, 'debate.session', { actor, member, debateId, payload })
  })
}
