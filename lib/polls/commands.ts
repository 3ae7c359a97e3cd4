import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, pool, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type EventType, recordEvent } from '@/lib/events'
import { Prisma } from '@/lib/generated/prisma/client'
import { log } from '@/lib/log'
import { type Actor, authoriseMember, type Member, visibleDebates, visiblePolls } from '@/lib/policy'
import { optionsFor } from './options'
import { freeSlug, slugOf } from './rules/slug'
import type { ClosePoll, CreatePollSeries, EndSeries, OpenPoll } from './schema'
import { newKey } from './secrets'

export { castBallot } from './cast'

type Opened = { id: string; slug: string; seriesId: string }

async function insertSeries(
  tx: Tx,
  actor: Actor,
  { courseId, title, slug }: CreatePollSeries,
): Promise<string> {
  const taken = await tx.pollSeries.findMany({ where: { courseId }, select: { slug: true } })
  const free = freeSlug(
    slug ?? slugOf(title),
    taken.map((s) => s.slug),
  )
  const data = { id: uuidv7(), courseId, title, slug: free, createdAt: actor.at, linkKey: newKey() }
  await tx.pollSeries.create({ data, select: { id: true } })
  return data.id
}

/** A question that will be put several times. Its key, which links a voter's ballots, is made here. */
export async function createPollSeries(actor: Actor, input: CreatePollSeries): Promise<{ id: string }> {
  authoriseMember(actor, 'poll.manage', input.courseId)
  return transaction(async (tx) => ({ id: await insertSeries(tx, actor, input) }))
}

/** Locks the series, so that it cannot end while a wave is added. */
async function requireSeries(tx: Tx, courseId: string, id: string): Promise<string> {
  const [series] = await tx.$queryRaw<{ over: boolean }[]>(Prisma.sql`
    SELECT "linkKey" IS NULL AS over FROM "PollSeries"
    WHERE "id" = ${id}::uuid AND "courseId" = ${courseId}::uuid FOR UPDATE`)
  if (!series) throw new AppError('NOT_FOUND')
  if (series.over) throw new AppError('CLOSED', 'This question has had its last vote. Start a new question.')
  return id
}

async function requireDebate(actor: Actor, courseId: string, id: string): Promise<void> {
  const debate = await db.debate.findFirst({ where: { AND: [{ id, courseId }, visibleDebates(actor)] } })
  if (!debate) throw new AppError('NOT_FOUND')
}

const recordPoll = (
  tx: Tx,
  actor: Actor,
  member: Member,
  type: EventType,
  poll: { id: string; courseId: string },
): Promise<number> =>
  recordEvent(tx, {
    audience: 'EVERYONE',
    courseId: poll.courseId,
    type,
    actorId: member.id,
    subjectId: poll.id,
    scopeId: poll.id,
    at: actor.at,
  })

/** Opens a wave at once. Errors: NOT_FOUND, FORBIDDEN, INVALID (no options), CLOSED (a series that has ended). */
export async function openPoll(actor: Actor, input: OpenPoll): Promise<Opened> {
  const { courseId, question, wave, method, hiddenUntilClose, debateId = null } = input
  const member = authoriseMember(actor, 'poll.manage', courseId)
  if (debateId) await requireDebate(actor, courseId, debateId)
  const options = await optionsFor(actor, courseId, input.options)
  return transaction(async (tx) => {
    const seriesId = input.seriesId
      ? await requireSeries(tx, courseId, input.seriesId)
      : await insertSeries(tx, actor, { courseId, title: question })
    const waves = await tx.poll.count({ where: { seriesId } })
    const taken = await tx.poll.findMany({ where: { courseId }, select: { slug: true } })
    const slug = freeSlug(
      input.slug ?? slugOf(`${question} ${wave}`),
      taken.map((p) => p.slug),
    )
    const id = uuidv7()
    const wanted = { id, courseId, seriesId, debateId, slug, wave, question, method, hiddenUntilClose }
    await tx.poll.create({
      data: {
        ...wanted,
        waveIndex: waves + 1,
        opensAt: actor.at,
        tagKey: newKey(),
        options: { create: options },
      },
      select: { id: true },
    })
    await recordPoll(tx, actor, member, 'poll.opened', { id, courseId })
    return { id, slug, seriesId }
  })
}

async function pollFor(actor: Actor, id: string) {
  const poll = await db.poll.findFirst({
    where: { AND: [{ id }, visiblePolls(actor)] },
    select: { id: true, courseId: true, seriesId: true, slug: true },
  })
  if (!poll) throw new AppError('NOT_FOUND')
  return poll
}

/**
 * Closes a wave for good and destroys its key. Ballots and participations are then written anew, each in an order of
 * its own, so that neither PostgreSQL's row versions (xmin, ctid) nor the order on disk still pairs them.
 */
export async function closePoll(actor: Actor, input: ClosePoll): Promise<Opened> {
  const { courseId, ...poll } = await pollFor(actor, input.pollId)
  const member = authoriseMember(actor, 'poll.manage', courseId)
  await transaction(async (tx) => {
    if (input.last) await endLink(tx, courseId, poll.seriesId, poll.id)
    await seal(tx, actor, poll.id)
    await recordPoll(tx, actor, member, 'poll.closed', { id: poll.id, courseId })
  })
  await sweep()
  return poll
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
  await tx.$executeRaw(Prisma.sql`
    WITH gone AS (DELETE FROM "Ballot" WHERE "pollId" = ${id}::uuid RETURNING *)
    INSERT INTO "Ballot" ("pollId", "tag", "linkTag", "receipt", "ranking", "reason")
    SELECT "pollId", "tag", "linkTag", "receipt", "ranking", "reason" FROM gone ORDER BY "receipt" COLLATE "C"`)
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
 * Should it fail (the database restarts), the close stands all the same.
 */
async function sweep(): Promise<void> {
  await pool()
    .query('VACUUM "Ballot", "Participation", "Poll", "PollSeries"')
    .catch((error) => log.warn({ error: String(error) }, 'closed ballots could not be vacuumed'))
}
