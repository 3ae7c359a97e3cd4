import 'server-only'
import { db } from '@/lib/db'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { Actor, Member } from '@/lib/policy'
import { ownBallot } from './ballots'
import { causesFor } from './causes'
import { loadPolls } from './heads'
import type { BallotToCast } from './schema'

/** Open polls as a voter meets them outside the poll's own page: what is asked, and the ballot cast so far. Oldest first. */
export async function ballotsToCast(
  actor: Actor,
  { id, courseId }: Member,
  where: Prisma.PollWhereInput,
): Promise<BallotToCast[]> {
  const polls = (await loadPolls(actor, courseId, { AND: [{ closedAt: null }, where] })).reverse()
  const [own, causes] = await Promise.all([
    Promise.all(polls.map((poll) => (poll.mine ? ownBallot(poll.id, id) : null))),
    polls[0] ? causesFor(actor, { ...polls[0], courseId }) : [],
  ])
  return polls.map(({ id: pollId, slug, question, method, options }, i) => ({
    ...{ id: pollId, slug, question, method, options, causes },
    own: own[i] ?? null,
  }))
}

/** How many have voted by poll, and how many may; never who. */
export async function turnoutByPoll(
  courseId: string,
  ids: string[],
): Promise<{ voted: Record<string, number>; voters: number }> {
  const [rows, voters] = await Promise.all([
    db.participation.groupBy({ by: ['pollId'], where: { pollId: { in: ids } }, _count: true }),
    db.membership.count({ where: { courseId, role: 'STUDENT', removedAt: null } }),
  ])
  return { voted: Object.fromEntries(rows.map((row) => [row.pollId, row._count])), voters }
}
