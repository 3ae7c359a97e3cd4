import 'server-only'
import { pool, type Tx, transaction } from '@/lib/db'
import { log } from '@/lib/log'
import type { Actor, Member } from '@/lib/policy'
import { sweepBallots } from '@/lib/polls/commands'
import { isVote, MINUTE_MS, perform } from '../rules/session'
import { WRITTEN_MINUTES } from '../rules/written'
import { type HeldSession, lockSession, recordSession, type SessionDebate } from '../session/base'
import { clockOf } from '../session/clock'
import { carryOut } from '../session/control'

const EVERY_MS = 20_000

/** Written debates that should have begun, or whose step has run out. */
const DUE = `
  SELECT d."id", d."courseId", d."motion", d."ranksExplanations", d."closedAt", d."startsAt"
  FROM "Debate" d LEFT JOIN "DebateSession" s ON s."debateId" = d."id"
  WHERE d."closedAt" IS NULL AND ((s."debateId" IS NULL AND d."startsAt" <= now()) OR s."endsAt" <= now())
    AND EXISTS (SELECT 1 FROM "Phase" p WHERE p."debateId" = d."id")
    AND NOT EXISTS (SELECT 1 FROM "Phase" p WHERE p."debateId" = d."id" AND p."minutes" < ${WRITTEN_MINUTES})`

type Due = SessionDebate & { startsAt: Date | null }

/** In whose name steps move on by themselves: an instructor of the course; null where there is none left. */
async function keeperOf(tx: Tx, courseId: string): Promise<{ actor: Actor; member: Member } | null> {
  const found = await tx.membership.findFirst({
    where: { courseId, role: 'INSTRUCTOR', removedAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      courseId: true,
      role: true,
      groupId: true,
      user: { select: { id: true, name: true } },
    },
  })
  if (!found) return null
  const { user, ...member } = found
  const actor = { userId: user.id, name: user.name, siteOwner: false, at: new Date(), memberships: [member] }
  return { actor, member }
}

type DueAct = { act: 'start' | 'next' } | { act: 'end'; abandon: boolean }

/** What is due next, and since when; null where nothing is. */
function dueNow({ standing, phases }: HeldSession, { startsAt }: Due): { act: DueAct; at: number } | null {
  if (standing.state === 'READY') return startsAt && { act: { act: 'start' }, at: startsAt.getTime() }
  if (standing.state !== 'RUNNING') return null
  const last = phases.at(-1)?.id === standing.phaseId
  return { act: last ? { act: 'end', abandon: false } : { act: 'next' }, at: standing.endsAt }
}

/**
 * A vote that nobody could take part in, because the server was away for all of it, is held from now on: it is never
 * passed over.
 */
function momentOf(session: HeldSession, due: { at: number }): number {
  const { standing, phases, now } = session
  const at = 'phaseId' in standing ? phases.findIndex((p) => p.id === standing.phaseId) : -1
  const next = phases[at + 1]
  const missed = next && isVote(next) && due.at + next.minutes * MINUTE_MS <= now.getTime()
  return missed ? now.getTime() : due.at
}

/** One step, at the time when it was due. Answers whether there was one, and whether ballots were closed. */
async function step(tx: Tx, debate: Due): Promise<{ moved: boolean; sealed: boolean }> {
  const session = await lockSession(tx, debate.id)
  const due = dueNow(session, debate)
  const keeper = await keeperOf(tx, debate.courseId)
  if (!due || !keeper || due.at > session.now.getTime()) return { moved: false, sealed: false }
  const at = momentOf(session, due)
  const was = { ...session, now: new Date(at) }
  const outcome = perform(was.standing, due.act, { ...was, now: at })
  if ('refusal' in outcome) return { moved: false, sealed: false }
  const { member } = keeper
  const actor = { ...keeper.actor, at: was.now }
  const input = { debate: debate.id, revision: was.revision, ...due.act }
  const sealed = await carryOut({ tx, actor, member, debate, was, to: outcome.to, input })
  const payload = { act: due.act.act, byDate: true, clock: await clockOf(tx, debate.id) }
  await recordSession(tx, 'debate.session', { actor, member, debateId: debate.id, payload })
  return { moved: true, sealed }
}

/** Moves a written debate on to where its dates say that it is. */
async function catchUp(debate: Due): Promise<void> {
  for (let more = true, n = 0; more && n < 100; n++) {
    const { moved, sealed } = await transaction((tx) => step(tx, debate))
    if (sealed) await sweepBallots()
    more = moved
  }
}

/** Moves every written debate on whose step has run out: nobody sits at them. Any number of processes may do so at once. */
export async function keepToDates(): Promise<void> {
  const { rows } = await pool().query<Due>(DUE)
  for (const debate of rows)
    await catchUp(debate).catch((error) =>
      log.warn({ error: String(error), debateId: debate.id }, 'a written debate could not move on'),
    )
}

/** From the start of the server on. */
export function startWrittenDebates(): void {
  const round = () =>
    keepToDates().catch((error) =>
      log.warn({ error: String(error) }, 'written debates could not be looked at'),
    )
  setInterval(round, EVERY_MS).unref()
  void round()
}
