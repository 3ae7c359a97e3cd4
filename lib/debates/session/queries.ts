import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { lastSeq } from '@/lib/events'
import {
  type Actor,
  authoriseMember,
  type Member,
  may,
  memberIn,
  visibleDebates,
  visibleExplanations,
  visiblePolls,
} from '@/lib/policy'
import { ballotsToCast, turnoutByPoll } from '@/lib/polls/booth'
import type { BallotToCast, PollOptionDto } from '@/lib/polls/schema'
import { surroundings } from '../set-up/surroundings'
import { loadSession } from './base'
import { clockFrom, clockOf } from './clock'
import { floorOf } from './floor'
import { statementsOf } from './read-statements'
import type { ClockDto, PersonDto, SessionPage, SessionRole } from './schema'

async function debateBySlug(actor: Actor, courseId: string, slug: string) {
  const debate = await db.debate.findFirst({
    where: { AND: [{ courseId, slug }, visibleDebates(actor)] },
    select: { id: true, slug: true, motion: true, formatName: true, closedAt: true, ranksExplanations: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  return debate
}

const keeps = (role: SessionRole | null): boolean => role?.part === 'TIMEKEEPER' || role?.part === 'CHAIR'

function rightsOf(
  actor: Actor,
  courseId: string,
  role: SessionRole | null,
  open: boolean,
): SessionPage['can'] {
  return {
    control: may(actor, 'session.control', courseId),
    raise: may(actor, 'hand.raise', courseId, { open }),
    write: may(actor, 'statement.write', courseId, { open }),
    note: may(actor, 'statement.note', courseId, { open, keeps: keeps(role) }),
  }
}

/** A debate's session with all that its screens show, in a fixed number of statements. Throws NOT_FOUND. */
export async function sessionPage(actor: Actor, courseId: string, slug: string): Promise<SessionPage> {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const { closedAt, ranksExplanations: _, ...debate } = await debateBySlug(actor, courseId, slug)
  const seq = await lastSeq(courseId)
  const [{ phases, roles }, session, floor, statements] = await Promise.all([
    surroundings(debate.id),
    loadSession(db, debate.id),
    floorOf(debate.id),
    statementsOf(debate.id),
  ])
  const clock = await clockFrom(db, session)
  const role = roles.find((r) => r.memberId === member.id) ?? null
  const { voted, voters } = await turnoutByPoll(
    courseId,
    clock.votes.map((v) => v.id),
  )
  return {
    debate: { ...debate, closed: closedAt !== null },
    ...{ phases, clock, floor, statements, roles, seq, voters, turnout: voted },
    me: { memberId: member.id, role, student: member.role === 'STUDENT' },
    can: rightsOf(actor, courseId, role, closedAt === null),
  }
}

/** Where a session stands now, by the database's clock. Throws NOT_FOUND. */
export async function sessionClock(actor: Actor, debateId: string): Promise<ClockDto> {
  const debate = await db.debate.findFirst({
    where: { AND: [{ id: debateId }, visibleDebates(actor)] },
    select: { id: true },
  })
  if (!debate) throw new AppError('NOT_FOUND')
  return clockOf(db, debate.id)
}

/** Everybody who may speak, for whoever calls and notes. Errors: NOT_FOUND, FORBIDDEN. */
export async function peopleOf(actor: Actor, courseId: string, session: SessionPage): Promise<PersonDto[]> {
  authoriseMember(actor, 'statement.note', courseId, { open: true, keeps: keeps(session.me.role) })
  const members = await db.membership.findMany({
    where: { courseId, removedAt: null, role: { not: 'OBSERVER' } },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
    select: { id: true, role: true, user: { select: { name: true } } },
  })
  const roles = new Map(session.roles.map((r) => [r.memberId, r]))
  return members.map(({ id, role, user }) => ({
    ...{ id, name: user.name, student: role === 'STUDENT' },
    ...{ side: roles.get(id)?.side ?? null, label: roles.get(id)?.label ?? '' },
  }))
}

/** The ballots of the phase that is on, as the member casts them; none for who does not vote. */
export async function ballotsOfPhase(
  actor: Actor,
  member: Member,
  phaseId: string | null,
): Promise<BallotToCast[]> {
  if (phaseId === null || member.role !== 'STUDENT') return []
  return ballotsToCast(actor, member, { AND: [{ phaseId }, visiblePolls(actor)] })
}

/** What a ranked ballot of the debate will ask about; empty where none is asked. */
export async function rankedOptions(
  actor: Actor,
  courseId: string,
  debateId: string,
): Promise<PollOptionDto[]> {
  const asked = await db.debate.count({
    where: { AND: [{ id: debateId, ranksExplanations: true }, visibleDebates(actor)] },
  })
  if (asked === 0) return []
  const explanations = await db.explanation.findMany({
    where: { AND: [{ courseId }, visibleExplanations(actor)] },
    orderBy: { position: 'asc' },
    select: { code: true, name: true, shortName: true, position: true },
  })
  return explanations.map(({ code, name, shortName, position }) => ({
    ...{ code, label: name, shortLabel: shortName, explanation: code },
    hue: `h${((position - 1) % 6) + 1}`,
  }))
}

/** The room's screen has nothing of what was said, and nobody's own part. */
export const forStage = (page: SessionPage): SessionPage => ({
  ...page,
  statements: [],
  me: { ...page.me, role: null },
  can: { control: false, raise: false, write: false, note: false },
})

/** A seat shows what its own person said; whoever keeps the record has all of it. */
export const forSeat = (page: SessionPage): SessionPage => ({
  ...page,
  statements: page.can.note
    ? page.statements
    : page.statements.filter((s) => s.speakerId === page.me.memberId),
})
