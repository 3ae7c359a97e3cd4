import 'server-only'
import { db, pool } from '@/lib/db'
import { FEWEST, tellsOfFew } from './rules/suppress'
import type { Marks, OwnBallot, PublishedBallot } from './schema'
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

/** How many ballots of each poll have each option as their one first choice. */
async function singleFirsts(pollIds: string[]): Promise<Record<string, number>[]> {
  const { rows } = await pool().query<{ id: string; code: string; n: number }>({
    name: 'single-firsts',
    text: `SELECT "pollId" AS id, "ranking"->0->>0 AS code, count(*)::int AS n FROM "Ballot"
           WHERE "pollId" = ANY($1::uuid[]) AND jsonb_array_length("ranking"->0) = 1 GROUP BY 1, 2`,
    values: [pollIds],
  })
  return pollIds.map((id) =>
    Object.fromEntries(rows.filter((row) => row.id === id).map(({ code, n }) => [code, n])),
  )
}

/**
 * Whether pairs may be told of: not where they would tell of fewer than three, who took part in both, or, by
 * subtraction from the published results, who took part in only one.
 */
const tellable = (pairs: number, cast: number[]): boolean =>
  [pairs, ...cast.map((n) => n - pairs).filter((n) => n > 0)].every((n) => n >= FEWEST)

/**
 * First choices of those who voted in both, sorted so that their order tells nothing; shared first choices are left
 * out. None at all where they would tell of fewer than three.
 */
export async function linkedPairs(
  beforeId: string,
  afterId: string,
): Promise<{ before: string; after: string }[]> {
  const { rows } = await pool().query<{ before: string; after: string }>({
    name: 'linked-pairs',
    text: `SELECT a."ranking"->0->>0 AS before, b."ranking"->0->>0 AS after
           FROM "Ballot" a JOIN "Ballot" b ON b."linkTag" = a."linkTag" AND b."pollId" = $2
           WHERE a."pollId" = $1 AND jsonb_array_length(a."ranking"->0) = 1 AND jsonb_array_length(b."ranking"->0) = 1
           ORDER BY 1, 2`,
    values: [beforeId, afterId],
  })
  const [before = {}, after = {}] = await singleFirsts([beforeId, afterId])
  return tellsOfFew(rows, { before, after }) ? [] : rows
}

/** The points of those who voted in both; the same rules. Only sums of them may be shown (rules/shifts.ts). */
export async function linkedMarks(
  beforeId: string,
  afterId: string,
): Promise<{ before: Marks; after: Marks }[]> {
  const { rows } = await pool().query<{ before: Marks['scores']; after: Marks['scores'] }>({
    name: 'linked-marks',
    text: `SELECT a."scores" AS before, b."scores" AS after
           FROM "Ballot" a JOIN "Ballot" b ON b."linkTag" = a."linkTag" AND b."pollId" = $2
           WHERE a."pollId" = $1 ORDER BY a."scores", b."scores"`,
    values: [beforeId, afterId],
  })
  const cast = await db.ballot.groupBy({
    by: ['pollId'],
    where: { pollId: { in: [beforeId, afterId] } },
    _count: true,
  })
  if (
    !tellable(
      rows.length,
      cast.map((c) => c._count),
    )
  )
    return []
  const marks = (scores: Marks['scores']): Marks => ({ ranking: [], scores })
  return rows.map(({ before, after }) => ({ before: marks(before), after: marks(after) }))
}
