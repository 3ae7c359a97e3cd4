import 'server-only'
import { db, pool } from '@/lib/db'
import type { OwnBallot, PublishedBallot } from './schema'
import { secretly, tagOf } from './secrets'

/**
 * Ballots by poll, in the order of their receipts, which are random: the order tells nothing of when they were cast.
 * Those that came from a file have no receipts, and stand together where they say the same.
 * Tags are not read here, so they can reach nobody.
 */
export async function ballotsOf(pollIds: string[]): Promise<Map<string, PublishedBallot[]>> {
  const { rows } = await pool().query<PublishedBallot & { pollId: string }>({
    name: 'poll-ballots',
    text: `SELECT b."pollId", b."receipt", b."ranking", b."scores", b."reason", 1 AS count
           FROM "Ballot" b JOIN "Poll" p ON p."id" = b."pollId" AND p."importedFrom" IS NULL
           WHERE b."pollId" = ANY($1::uuid[])
           UNION ALL
           SELECT b."pollId", '', b."ranking", b."scores", '', count(*)::int
           FROM "Ballot" b JOIN "Poll" p ON p."id" = b."pollId" AND p."importedFrom" IS NOT NULL
           WHERE b."pollId" = ANY($1::uuid[]) GROUP BY b."pollId", b."ranking", b."scores"
`,
    values: [pollIds],
  })
  const byPoll = new Map<string, PublishedBallot[]>(pollIds.map((id) => [id, []]))
  for (const { pollId, ...ballot } of rows) byPoll.get(pollId)?.push(ballot)
  for (const ballots of byPoll.values())
    ballots.sort((a, b) => (a.receipt < b.receipt ? -1 : a.receipt > b.receipt ? 1 : 0))
  return byPoll
}

/** The voter's own ballot while the poll is open, found by the tag that its key still makes; afterwards null. */
export const ownBallot = (pollId: string, membershipId: string): Promise<OwnBallot | null> =>
  secretly(async () => {
    const keys = await db.poll.findUnique({ where: { id: pollId }, select: { tagKey: true } })
    if (!keys?.tagKey) return null
    const { rows } = await pool().query<OwnBallot>({
      name: 'own-ballot',
      text: 'SELECT "receipt", "ranking", "scores", "causes", "reason" FROM "Ballot" WHERE "pollId" = $1 AND "tag" = $2',
      values: [pollId, tagOf(keys.tagKey, membershipId)],
    })
    return rows[0] ?? null
  })
