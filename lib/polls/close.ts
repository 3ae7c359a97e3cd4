import 'server-only'
import { db, pool, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { type Actor, authoriseMember, memberIn, visiblePolls } from '@/lib/policy'
import { type Opened, requireSeries } from './open'
import { recordPoll } from './record'
import type { ClosePoll, EndSeries } from './schema'

export async function pollFor(actor: Actor, id: string) {
  const poll = await db.poll.findFirst({
    where: { AND: [{ id }, visiblePolls(actor)] },
    select: { id: true, courseId: true, seriesId: true, slug: true },
  })
  if (!poll) throw new AppError('NOT_FOUND')
  return poll
}

/** Closes a wave for good and destroys its key (docs/ballots.md). Errors: NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT. */
export async function closePoll(actor: Actor, input: ClosePoll): Promise<Opened> {
  const { courseId, ...poll } = await pollFor(actor, input.pollId)
  authoriseMember(actor, 'poll.manage', courseId)
  await transaction(async (tx) => {
    if (input.last) await endLink(tx, courseId, poll.seriesId, poll.id)
    await sealWave(tx, actor, { id: poll.id, courseId })
  })
  await sweepBallots()
  return poll
}

/**
 * The close inside a transaction of the caller's, who has authorised; `sweepBallots` follows its commit. The key is
 * destroyed, and ballots and participations are written anew, each in an order of its own, so that neither
 * PostgreSQL's row versions (xmin, ctid) nor the order on disk still pairs them. Records `poll.closed`.
 * Errors: CLOSED (already).
 */
export async function sealWave(tx: Tx, actor: Actor, poll: { id: string; courseId: string }): Promise<void> {
  await seal(tx, actor, poll.id)
  await recordPoll(tx, actor, memberIn(actor, poll.courseId), 'poll.closed', poll)
}

async function seal(tx: Tx, actor: Actor, id: string): Promise<void> {
  const open = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT "id" FROM "Poll" WHERE "id" = ${id}::uuid AND "closedAt" IS NULL FOR UPDATE`)
  if (open.length === 0) throw new AppError('CLOSED', 'This poll is closed already.')
  await tx.$queryRaw`SELECT set_config('colloquy.sealing', ${id}, true)`
  await tx.poll.update({
    where: { id },
    data: { closedAt: actor.at, tagKey: null },
    select: { id: true },
  })
  // Every column by itself, so that whoever adds one meets the test that counts them.
  await tx.$executeRaw(Prisma.sql`
    WITH gone AS (DELETE FROM "Ballot" WHERE "pollId" = ${id}::uuid RETURNING *)
    INSERT INTO "Ballot" ("pollId", "tag", "linkTag", "receipt", "ranking", "scores", "causes", "reason")
    SELECT "pollId", "tag", "linkTag", "receipt", "ranking", "scores", "causes", "reason" FROM gone
    ORDER BY "receipt" COLLATE "C"`)
  await tx.$executeRaw(Prisma.sql`
    WITH gone AS (DELETE FROM "Participation" WHERE "pollId" = ${id}::uuid RETURNING *)
    INSERT INTO "Participation" ("pollId", "membershipId")
    SELECT "pollId", "membershipId" FROM gone ORDER BY "membershipId"`)
}

/** Destroys the key that links waves; refused while another wave is open. */
async function endLink(tx: Tx, courseId: string, seriesId: string, closing: string | null): Promise<void> {
  await requireSeries(tx, courseId, seriesId)
  const others = await tx.poll.count({
    where: { seriesId, closedAt: null, ...(closing ? { id: { not: closing } } : {}) },
  })
  if (others > 0)
    throw new AppError('CONFLICT', 'Another vote on this question is still open. Close that one first.')
  await tx.pollSeries.update({ where: { id: seriesId }, data: { linkKey: null }, select: { id: true } })
}

/** After the last wave of each, inside a caller's transaction: destroys the keys that link waves, where none is open. */
export async function endLinks(tx: Tx, seriesIds: string[]): Promise<void> {
  await tx.pollSeries.updateMany({
    where: { id: { in: seriesIds }, polls: { none: { closedAt: null } } },
    data: { linkKey: null },
  })
}

/** After the last wave, when it was not closed as the last: destroys the key that links waves. */
export async function endSeries(actor: Actor, { seriesId }: EndSeries): Promise<{ id: string }> {
  const series = await db.pollSeries.findFirst({
    where: { id: seriesId, polls: { some: visiblePolls(actor) } },
    select: { courseId: true },
  })
  if (!series) throw new AppError('NOT_FOUND')
  authoriseMember(actor, 'poll.manage', series.courseId)
  await transaction((tx) => endLink(tx, series.courseId, seriesId, null))
  return { id: seriesId }
}

/**
 * The rows as they were before the close stay on disk until a vacuum, which a small table may never see by itself.
 * Should it fail (the database restarts), the close stands all the same. Outside any transaction.
 */
export async function sweepBallots(): Promise<void> {
  await pool()
    .query('VACUUM "Ballot", "Participation", "Poll", "PollSeries"')
    .catch((error) => log.warn({ error: String(error) }, 'closed ballots could not be vacuumed'))
}
