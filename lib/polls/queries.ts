import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, isStaffRole, type Member, may, memberIn, visiblePolls } from '@/lib/policy'
import { ballotsOf, ownBallot } from './ballots'
import { causesFor } from './causes'
import { loadPolls, type Poll } from './heads'
import { linksTo } from './links'
import { answerOf, codesOf, resultOf } from './result'
import { chainWith } from './rules/chain'
import { countFirst, poolAll, ranksOf, tiersOf } from './rules/count'
import { sizeOf } from './rules/kinds'
import { movedOf } from './rules/moved'
import { approvalShifts, shiftsOf } from './rules/shifts'
import { FEWEST } from './rules/suppress'
import { showsVoters, whyHidden } from './rules/visible'
import type { PollListItem, PollPage, PublishedBallot, Ranks } from './schema'

function requireMember(actor: Actor, courseId: string): Member {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  return member
}

/** The course's polls, newest first; those that are closed with their answer. */
export async function listPolls(actor: Actor, courseId: string): Promise<PollListItem[]> {
  requireMember(actor, courseId)
  const polls = await loadPolls(actor, courseId, visiblePolls(actor))
  const ballots = await ballotsOf(polls.filter((p) => p.closedAt).map((p) => p.id))
  return polls.map(({ options, ...poll }) => ({
    ...poll,
    mayVote: may(actor, 'ballot.cast', courseId, { open: poll.closedAt === null }),
    answer: answerOf({ ...poll, options }, ballots.get(poll.id) ?? []),
  }))
}

/** Questions that may have a further wave, for the form that opens one. */
export async function openSeries(actor: Actor, courseId: string): Promise<{ id: string; title: string }[]> {
  requireMember(actor, courseId)
  if (!may(actor, 'poll.manage', courseId)) throw new AppError('FORBIDDEN')
  return db.pollSeries.findMany({
    where: { courseId, linkKey: { not: null } },
    select: { id: true, title: true },
    orderBy: { createdAt: 'desc' },
  })
}

async function pollBySlug(actor: Actor, courseId: string, slug: string): Promise<Poll> {
  const [poll] = await loadPolls(actor, courseId, { AND: [{ slug }, visiblePolls(actor)] })
  if (!poll) throw new AppError('NOT_FOUND')
  return poll
}

/** Everyone who may vote, by name, and whether they have. */
async function votersOf(courseId: string, pollId: string): Promise<{ name: string; voted: boolean }[]> {
  const members = await db.membership.findMany({
    where: { courseId, OR: [{ role: 'STUDENT', removedAt: null }, { participations: { some: { pollId } } }] },
    select: {
      user: { select: { name: true } },
      participations: { where: { pollId }, select: { pollId: true } },
    },
    orderBy: [{ user: { name: 'asc' } }, { id: 'asc' }],
  })
  return members.map((m) => ({ name: m.user.name, voted: m.participations.length > 0 }))
}

const NOTHING_BEFORE = { previous: null, moved: null, shifts: null }

/** What is told of the wave before, once both are closed and both asked the same. */
async function since(poll: Poll, waves: Poll[]): Promise<Pick<PollPage, 'previous' | 'moved' | 'shifts'>> {
  const chain = chainWith(waves, poll.id)
  const previous = chain[chain.findIndex((w) => w.id === poll.id) - 1]
  if (!previous) return NOTHING_BEFORE
  const ballots = (await ballotsOf([previous.id])).get(previous.id) ?? []
  const answer = answerOf(previous, ballots)
  if (answer === null) return NOTHING_BEFORE
  return {
    previous: { slug: previous.slug, wave: previous.wave, ranks: ranksIn(previous, ballots), answer },
    ...(await linkSince(poll, chain)),
  }
}

/** First choices flow from one to another; points rise and fall. */
async function linkSince(poll: Poll, chain: Poll[]): Promise<Pick<PollPage, 'moved' | 'shifts'>> {
  const links = await linksTo(chain, poll.id)
  const codes = codesOf(poll)
  if (poll.method === 'RANKED' || poll.method === 'PLURALITY')
    return { moved: movedOf(codes, links?.firsts ?? []).moved, shifts: null }
  const pairs = links?.points ?? []
  const shifts = poll.method === 'APPROVAL' ? approvalShifts(codes, pairs) : shiftsOf(codes, pairs)
  return { moved: null, shifts }
}

function ranksIn(poll: Poll, ballots: PublishedBallot[]): Ranks {
  const codes = codesOf(poll)
  const first = countFirst(poll.method, codes, ballots, poll.rule)
  return ranksOf(first?.ranking ?? tiersOf(codes, poolAll(codes, ballots)?.linear ?? {}))
}

const byWave = (a: Poll, b: Poll): number => a.waveIndex - b.waveIndex

/** One poll: its ballot while it is open, its result once that may be seen. */
export async function pollPage(actor: Actor, courseId: string, slug: string): Promise<PollPage> {
  const member = requireMember(actor, courseId)
  const poll = await pollBySlug(actor, courseId, slug)
  const staff = isStaffRole(member.role)
  const waves = await loadPolls(actor, courseId, { AND: [{ seriesId: poll.seriesId }, visiblePolls(actor)] })
  const ballots = (await ballotsOf([poll.id])).get(poll.id) ?? []
  const { hiddenUntilClose } = poll
  const closed = poll.closedAt !== null
  const why = whyHidden({ closed, hiddenUntilClose, voted: poll.mine, staff, ballots: sizeOf(ballots) })
  const vote = may(actor, 'ballot.cast', courseId, { open: !closed })
  const earlier = why === null ? await since(poll, waves) : NOTHING_BEFORE
  return {
    ...poll,
    ...earlier,
    why,
    voters: showsVoters({ closed, hiddenUntilClose, staff }) ? await votersOf(courseId, poll.id) : null,
    causes: vote ? await causesFor(actor, { ...poll, courseId }) : [],
    own: poll.mine && !closed ? await ownBallot(poll.id, member.id) : null,
    waves: waves.sort(byWave).map((w) => ({ slug: w.slug, wave: w.wave, open: w.closedAt === null })),
    linkLeft: staff && waves.every((w) => w.closedAt) && (await hasLink(poll.seriesId)),
    result: why === null ? await resultOf(actor, poll, ballots) : null,
    can: { vote, manage: may(actor, 'poll.manage', courseId) },
  }
}

const hasLink = async (id: string): Promise<boolean> =>
  (await db.pollSeries.count({ where: { id, linkKey: { not: null } } })) > 0

/** The published list of a closed poll. Errors: NOT_FOUND, FORBIDDEN while it is open or has too few ballots. */
export async function publishedBallots(
  actor: Actor,
  courseId: string,
  slug: string,
): Promise<{ poll: Poll; ballots: PublishedBallot[] }> {
  requireMember(actor, courseId)
  const poll = await pollBySlug(actor, courseId, slug)
  if (!poll.closedAt) throw new AppError('FORBIDDEN', 'The ballots are published when the poll closes.')
  const ballots = (await ballotsOf([poll.id])).get(poll.id) ?? []
  if (sizeOf(ballots) < FEWEST)
    throw new AppError('FORBIDDEN', 'Fewer than three ballots were cast, so they are not published.')
  return { poll, ballots }
}

/**
 * Who went from which first choice to which between two closed waves of one question, nobody named: for
 * lib/debates/rules/swing. Show what comes of it through `hideSmallFlows` (rules/suppress.ts). Empty where they would
 * tell of fewer than three: when so few voted twice, when one or two missed a wave, or when other waves closed between
 * the two (rules/chain.ts). Errors: NOT_FOUND, INVALID (an open wave, or two questions).
 */
export async function linkedChoices(
  actor: Actor,
  courseId: string,
  beforeSlug: string,
  afterSlug: string,
): Promise<{ before: string; after: string }[]> {
  requireMember(actor, courseId)
  const before = await pollBySlug(actor, courseId, beforeSlug)
  const after = await pollBySlug(actor, courseId, afterSlug)
  if (before.seriesId !== after.seriesId || !before.closedAt || !after.closedAt)
    throw new AppError('INVALID', 'Votes are linked between two closed waves of one question.')
  const waves = await loadPolls(actor, courseId, { AND: [{ seriesId: after.seriesId }, visiblePolls(actor)] })
  const chain = chainWith(waves, after.id)
  const [first, second] = [before.id, after.id].map((id) => chain.findIndex((w) => w.id === id))
  if (first === undefined || second === undefined || first < 0 || second !== first + 1) return []
  return (await linksTo(chain, after.id))?.firsts ?? []
}
