import 'server-only'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, type Member } from '@/lib/policy'
import { sweepBallots } from '@/lib/polls/commands'
import { isVote, MINUTE_MS, pausedMs, perform, type Standing, timeLeft } from '../rules/session'
import {
  type HeldPhase,
  type HeldSession,
  lockSession,
  recordSession,
  type SessionDebate,
  sessionDebate,
} from './base'
import { clockOf } from './clock'
import type { ClockDto, ControlSession } from './schema'
import { openVotes, sealVotes } from './votes'

type Move = {
  tx: Tx
  /** Acts at the database's time. */
  actor: Actor
  member: Member
  debate: SessionDebate
  was: HeldSession
  to: Standing
  input: ControlSession
}

const phaseOf = ({ phases }: HeldSession, standing: Standing): HeldPhase | undefined =>
  'phaseId' in standing ? phases.find((p) => p.id === standing.phaseId) : undefined

const isOn = ({ state }: Standing): boolean => state === 'RUNNING' || state === 'PAUSED'

/** Whether the move leaves the phase that was on, for another or for the end. */
const leaves = (was: Standing, to: Standing): boolean =>
  'phaseId' in was && isOn(was) && (!isOn(to) || !('phaseId' in to) || to.phaseId !== was.phaseId)

/** The clock of the session as its row keeps it. */
const rowOf = (to: Standing) => ({
  phaseId: 'phaseId' in to ? to.phaseId : null,
  endsAt: to.state === 'RUNNING' ? new Date(to.endsAt) : null,
  leftMs: to.state === 'PAUSED' ? to.leftMs : null,
})

async function writeSession({ tx, debate: { id }, was, to }: Move): Promise<void> {
  const row = { ...rowOf(to), endedAt: to.state === 'ENDED' ? was.now : null }
  await tx.debateSession.upsert({
    where: { debateId: id },
    create: { ...row, debateId: id, revision: 1, startedAt: was.now },
    update: { ...row, revision: was.revision + 1 },
    select: { debateId: true },
  })
}

/** The record of the phase that is on: how long it stood still follows from the clock. */
async function markRun({ tx, debate, was, input }: Move, ended: boolean): Promise<void> {
  const phase = phaseOf(was, was.standing)
  const run = await tx.phaseRun.findFirst({ where: { debateId: debate.id, endedAt: null } })
  const left = timeLeft(was.standing, was.now.getTime())
  if (!phase || !run || left === null) return
  const { startedAt, extendedMs } = run
  const more = !ended && input.act === 'extend' ? input.minutes * MINUTE_MS : 0
  await tx.phaseRun.update({
    where: { id: run.id },
    data: {
      extendedMs: extendedMs + more,
      pausedMs: pausedMs(
        { startedAt: startedAt.getTime(), extendedMs },
        phase.minutes,
        left,
        was.now.getTime(),
      ),
      ...(ended ? { endedAt: was.now } : {}),
    },
    select: { id: true },
  })
}

async function leavePhase(move: Move): Promise<boolean> {
  const { tx, actor, debate, was } = move
  const phase = phaseOf(was, was.standing)
  await markRun(move, true)
  return phase && isVote(phase) ? sealVotes(tx, actor, debate.courseId, phase) : false
}

async function enterPhase({ tx, actor, member, debate, was, to }: Move): Promise<void> {
  const phase = phaseOf(was, to)
  if (!phase) return
  const { _max } = await tx.phaseRun.aggregate({ where: { debateId: debate.id }, _max: { number: true } })
  const run = { debateId: debate.id, phaseId: phase.id, number: (_max.number ?? 0) + 1, startedAt: was.now }
  await tx.phaseRun.create({ data: run, select: { id: true } })
  if (isVote(phase)) await openVotes(tx, { actor, member, debate, phase })
}

async function stale(tx: Tx, debateId: string): Promise<AppError> {
  return new AppError('CONFLICT', 'Somebody else moved the session first. This is where it stands now.', {
    present: await clockOf(tx, debateId),
  })
}

/** Writes a move that the rules allow. Answers whether ballots were closed; `sweepBallots` then follows the commit. */
export async function carryOut(move: Move): Promise<boolean> {
  const { was, to } = move
  const leaving = leaves(was.standing, to)
  const sealed = leaving ? await leavePhase(move) : false
  if (!leaving && was.standing.state !== 'READY') await markRun(move, false)
  await writeSession(move)
  if (isOn(to) && (leaving || !isOn(was.standing))) await enterPhase(move)
  return sealed
}

/**
 * Moves a debate's session: one step, by whoever of the staff is first. Leaving a vote closes its ballots for good.
 * Errors: NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT (an older revision, with the present clock; or what the rules of
 * rules/session.ts refuse, in a sentence).
 */
export async function controlSession(actor: Actor, input: ControlSession): Promise<ClockDto> {
  const debate = await sessionDebate(actor, input.debate)
  const member = authoriseMember(actor, 'session.control', debate.courseId)
  const { clock, sealed } = await transaction(async (tx) => {
    const was = await lockSession(tx, debate.id)
    if (input.revision !== was.revision) throw await stale(tx, debate.id)
    const outcome = perform(was.standing, input, { ...was, now: was.now.getTime() })
    if ('refusal' in outcome) throw new AppError('CONFLICT', outcome.refusal)
    const then = { ...actor, at: was.now }
    const closed = await carryOut({ tx, actor: then, member, debate, was, to: outcome.to, input })
    const now = await clockOf(tx, debate.id)
    const payload = { act: input.act, clock: now }
    await recordSession(tx, 'debate.session', { actor: then, member, debateId: debate.id, payload })
    return { clock: now, sealed: closed }
  })
  if (sealed) await sweepBallots()
  return clock
}
