import 'server-only'
import { pool } from '@/lib/db'
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
    polls[0] ? causesFor(actor, { courseId, debateId: polls[0].debateId }) : [],
  ])
  return polls.map(({ id: pollId, slug, question, method, options }, i) => ({
    ...{ id: pollId, slug, question, method, options, causes },
    own: own[i] ?? null,
  }))
}

/** How many have voted, of how many who may, by poll; never who. */
export async function turnoutByPoll(
  courseId: string,
  ids: string[],
): Promise<Record<string, { voted: number; of: number }>> {
  if (ids.length === 0) return {}
  const { rows } = await pool().query<{ id: string; voted: number; of: number }>({
    name: 'turnout-by-poll',
    text: `SELECT p.id, (SELECT count(*)::int FROM "Participation" v WHERE v."pollId" = p.id) AS voted,
             (SELECT count(*)::int FROM "Membership" m WHERE m."courseId" = $1 AND m."role" = 'STUDENT'
                AND m."removedAt" IS NULL) AS of
           FROM unnest($2::uuid[]) AS p(id)`,
    values: [courseId, ids],
  })
  return Object.fromEntries(rows.map(({ id, ...turnout }) => [id, turnout]))
}
