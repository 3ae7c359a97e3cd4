import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, type Member, visiblePolls } from '@/lib/policy'
import { requireCauses } from './causes'
import { faultIn, tidy } from './rules/check-ballot'
import type { CastBallot, Cause, OwnBallot } from './schema'
import { receiptsOf, secretly, tagOf } from './secrets'
import { inTurn } from './turns'

type Entered = { tagKey: Uint8Array; linkKey: Uint8Array; first: boolean }

/**
 * Holds the poll open until the commit (a close waits, and whoever comes after a close is refused), and says that the
 * member has voted: two requests of one voter wait for each other here. `first`: they had not before.
 */
async function enter(tx: Tx, pollId: string, membershipId: string): Promise<Entered> {
  const [entered] = await tx.$queryRaw<Entered[]>(Prisma.sql`
    WITH open AS (
      SELECT p."id", p."tagKey", s."linkKey" FROM "Poll" p JOIN "PollSeries" s ON s."id" = p."seriesId"
      WHERE p."id" = ${pollId}::uuid AND p."closedAt" IS NULL AND p."tagKey" IS NOT NULL AND s."linkKey" IS NOT NULL
      FOR SHARE OF p
    ), marked AS (
      INSERT INTO "Participation" ("pollId", "membershipId") SELECT "id", ${membershipId}::uuid FROM open
      ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT "tagKey", "linkKey", EXISTS (SELECT 1 FROM marked) AS first FROM open`)
  if (!entered) throw new AppError('CLOSED', 'This poll is closed; no ballot can be cast or changed.')
  return entered
}

/** Writes the ballot, with the first of its voter's receipts that nobody else's ballot has; a second time, anew in place. */
async function writeBallot(
  tx: Tx,
  ballot: CastBallot,
  keys: Entered,
  membershipId: string,
): Promise<OwnBallot> {
  const { pollId, ranking, scores, causes, reason } = ballot
  const tag = tagOf(keys.tagKey, membershipId)
  const linkTag = tagOf(keys.linkKey, membershipId)
  const [written] = await tx.$queryRaw<{ receipt: string; causes: Cause[] }[]>(Prisma.sql`
    INSERT INTO "Ballot" ("pollId", "tag", "linkTag", "receipt", "ranking", "scores", "causes", "reason")
    SELECT ${pollId}::uuid, ${tag}, ${linkTag}, wanted."receipt", ${JSON.stringify(ranking)}::jsonb,
      ${JSON.stringify(scores)}::jsonb, ${JSON.stringify(causes ?? [])}::jsonb, ${reason}
    FROM unnest(${receiptsOf(keys.tagKey, tag)}::text[]) WITH ORDINALITY AS wanted("receipt", "place")
    WHERE NOT EXISTS (SELECT 1 FROM "Ballot" b
      WHERE b."pollId" = ${pollId}::uuid AND b."receipt" = wanted."receipt" AND b."tag" <> ${tag})
    ORDER BY wanted."place" LIMIT 1
    ON CONFLICT ("pollId", "tag") DO UPDATE SET "ranking" = EXCLUDED."ranking", "scores" = EXCLUDED."scores",
      "causes" = CASE WHEN ${causes !== undefined} THEN EXCLUDED."causes" ELSE "Ballot"."causes" END,
      "reason" = EXCLUDED."reason"
    RETURNING "receipt", "causes"`)
  if (!written) throw new AppError('CONFLICT', 'Send the ballot once more.')
  return { receipt: written.receipt, ranking, scores, causes: written.causes, reason }
}

/** The ballot as it will be counted; INVALID says what is wrong with it. */
async function checked(actor: Actor, input: CastBallot) {
  const poll = await db.poll.findFirst({
    where: { AND: [{ id: input.pollId }, visiblePolls(actor)] },
    select: {
      courseId: true,
      debateId: true,
      closedAt: true,
      method: true,
      options: { select: { code: true, explanationId: true }, orderBy: { position: 'asc' } },
    },
  })
  if (!poll) throw new AppError('NOT_FOUND')
  const member = authoriseMember(actor, 'ballot.cast', poll.courseId, { open: poll.closedAt === null })
  const codes = poll.options.map((o) => o.code)
  const fault = faultIn(poll.method, codes, input)
  if (fault) throw new AppError('INVALID', fault, { fields: { ranking: fault } })
  const options = poll.options.map((o) => ({ explanation: o.explanationId }))
  await requireCauses(actor, { ...poll, options }, input.causes ?? [])
  return { courseId: poll.courseId, member, ballot: { ...input, ...tidy(poll.method, codes, input) } }
}

/**
 * Casts a secret ballot, or changes it: one voter has one, however many requests arrive at once. Nothing that is
 * kept beside it tells whose it is (docs/ballots.md); the event says only that somebody voted, and only the first
 * time. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID.
 */
export const castBallot = (actor: Actor, input: CastBallot): Promise<OwnBallot> =>
  inTurn(async () => {
    const { courseId, member, ballot } = await checked(actor, input)
    return secretly(() => transaction((tx) => cast(tx, actor, member, courseId, ballot)))
  })

async function cast(
  tx: Tx,
  actor: Actor,
  member: Member,
  courseId: string,
  ballot: CastBallot,
): Promise<OwnBallot> {
  const { pollId } = ballot
  const keys = await enter(tx, pollId, member.id)
  const own = await writeBallot(tx, ballot, keys, member.id)
  const turnout = { type: 'poll.turnout', actorId: null, subjectId: pollId, scopeId: pollId } as const
  if (keys.first) await recordEvent(tx, { audience: 'EVERYONE', courseId, ...turnout, at: actor.at })
  return own
}
