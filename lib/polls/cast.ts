import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, visiblePolls } from '@/lib/policy'
import { requireCauses } from './causes'
import { faultIn, tidy } from './rules/check-ballot'
import type { CastBallot, Cause, OwnBallot } from './schema'
import { receiptsOf, secretly, tagOf } from './secrets'

type Keys = { tagKey: Uint8Array; linkKey: Uint8Array }

/** Holds the poll open until the commit; a close waits, and whoever comes after a close is refused. */
async function keysOfOpen(tx: Tx, pollId: string): Promise<Keys> {
  const [keys] = await tx.$queryRaw<Keys[]>(Prisma.sql`
    SELECT p."tagKey", s."linkKey" FROM "Poll" p JOIN "PollSeries" s ON s."id" = p."seriesId"
    WHERE p."id" = ${pollId}::uuid AND p."closedAt" IS NULL AND p."tagKey" IS NOT NULL AND s."linkKey" IS NOT NULL
    FOR SHARE OF p`)
  if (!keys) throw new AppError('CLOSED', 'This poll is closed; no ballot can be cast or changed.')
  return keys
}

/** Says that the member has voted. Comes first: two requests of one voter wait for each other here. */
const markVoted = async (tx: Tx, pollId: string, membershipId: string): Promise<boolean> =>
  (await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Participation" ("pollId", "membershipId") VALUES (${pollId}::uuid, ${membershipId}::uuid)
    ON CONFLICT DO NOTHING`)) === 1

async function freeReceipt(tx: Tx, pollId: string, tagKey: Uint8Array, tag: Uint8Array): Promise<string> {
  const receipts = receiptsOf(tagKey, tag)
  const taken = await tx.$queryRaw<{ receipt: string }[]>(Prisma.sql`
    SELECT "receipt" FROM "Ballot"
    WHERE "pollId" = ${pollId}::uuid AND "receipt" = ANY(${receipts}) AND "tag" <> ${tag}`)
  return receipts.find((receipt) => !taken.some((t) => t.receipt === receipt)) ?? receipts[0] ?? ''
}

async function writeBallot(tx: Tx, ballot: CastBallot, keys: Keys, membershipId: string): Promise<OwnBallot> {
  const { pollId, ranking, scores, causes, reason } = ballot
  const tag = tagOf(keys.tagKey, membershipId)
  const linkTag = tagOf(keys.linkKey, membershipId)
  const receipt = await freeReceipt(tx, pollId, keys.tagKey, tag)
  const [written] = await tx.$queryRaw<{ receipt: string; causes: Cause[] }[]>(Prisma.sql`
    INSERT INTO "Ballot" ("pollId", "tag", "linkTag", "receipt", "ranking", "scores", "causes", "reason")
    VALUES (${pollId}::uuid, ${tag}, ${linkTag}, ${receipt}, ${JSON.stringify(ranking)}::jsonb,
      ${JSON.stringify(scores)}::jsonb, ${JSON.stringify(causes ?? [])}::jsonb, ${reason})
    ON CONFLICT ("pollId", "tag") DO UPDATE SET "ranking" = EXCLUDED."ranking", "scores" = EXCLUDED."scores",
      "causes" = CASE WHEN ${causes !== undefined} THEN EXCLUDED."causes" ELSE "Ballot"."causes" END,
      "reason" = EXCLUDED."reason"
    RETURNING "receipt", "causes"`)
  return { receipt: written?.receipt ?? receipt, ranking, scores, causes: written?.causes ?? [], reason }
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
      options: { select: { code: true }, orderBy: { position: 'asc' } },
    },
  })
  if (!poll) throw new AppError('NOT_FOUND')
  const member = authoriseMember(actor, 'ballot.cast', poll.courseId, { open: poll.closedAt === null })
  const codes = poll.options.map((o) => o.code)
  const fault = faultIn(poll.method, codes, input)
  if (fault) throw new AppError('INVALID', fault, { fields: { ranking: fault } })
  await requireCauses(actor, poll, input.causes ?? [])
  return { courseId: poll.courseId, member, ballot: { ...input, ...tidy(poll.method, codes, input) } }
}

/**
 * Casts a secret ballot, or changes it: one voter has one, however many requests arrive at once. Nothing that is
 * kept beside it tells whose it is (docs/ballots.md); the event says only that somebody voted, and only the first
 * time. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID.
 */
export async function castBallot(actor: Actor, input: CastBallot): Promise<OwnBallot> {
  const { courseId, member, ballot } = await checked(actor, input)
  return secretly(() =>
    transaction(async (tx) => {
      const keys = await keysOfOpen(tx, ballot.pollId)
      const first = await markVoted(tx, ballot.pollId, member.id)
      const own = await writeBallot(tx, ballot, keys, member.id)
      if (first)
        await recordEvent(tx, {
          audience: 'EVERYONE',
          courseId,
          type: 'poll.turnout',
          actorId: null,
          subjectId: ballot.pollId,
          scopeId: ballot.pollId,
          at: actor.at,
        })
      return own
    }),
  )
}
