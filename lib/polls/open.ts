import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, type Member, visibleDebates } from '@/lib/policy'
import { optionsFor } from './options'
import { recordPoll } from './record'
import { freeSlug, slugOf } from './rules/slug'
import type { CreatePollSeries, OpenPoll, OpenWave } from './schema'
import { newKey } from './secrets'

export type Opened = { id: string; slug: string; seriesId: string }

export async function insertSeries(
  tx: Tx,
  actor: Actor,
  { courseId, title, slug, over = false }: CreatePollSeries & { over?: boolean },
): Promise<string> {
  const taken = await tx.pollSeries.findMany({ where: { courseId }, select: { slug: true } })
  const free = freeSlug(
    slug ?? slugOf(title),
    taken.map((s) => s.slug),
  )
  const data = {
    id: uuidv7(),
    courseId,
    title,
    slug: free,
    createdAt: actor.at,
    linkKey: over ? null : newKey(),
  }
  await tx.pollSeries.create({ data, select: { id: true } })
  return data.id
}

/** A question that will be put several times. Its key, which links a voter's ballots, is made here. */
export async function createPollSeries(actor: Actor, input: CreatePollSeries): Promise<{ id: string }> {
  authoriseMember(actor, 'poll.manage', input.courseId)
  return transaction(async (tx) => ({ id: await insertSeries(tx, actor, input) }))
}

/** Locks the series, so that it cannot end while a wave is added. */
export async function requireSeries(tx: Tx, courseId: string, id: string): Promise<string> {
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

export async function freePollSlug(tx: Tx, courseId: string, wanted: string): Promise<string> {
  const taken = await tx.poll.findMany({ where: { courseId }, select: { slug: true } })
  return freeSlug(wanted, [...RESERVED, ...taken.map((p) => p.slug)])
}

/** Pages that stand where polls do. */
const RESERVED = ['new', 'count']

/** Opens a wave at once. Errors: NOT_FOUND, FORBIDDEN, INVALID (no options), CLOSED (a series that has ended). */
export async function openPoll(actor: Actor, input: OpenPoll): Promise<Opened> {
  const member = authoriseMember(actor, 'poll.manage', input.courseId)
  if (input.debateId) await requireDebate(actor, input.courseId, input.debateId)
  return transaction((tx) => openWave(tx, actor, member, input))
}

/**
 * The same inside a transaction of the caller's, who has authorised and knows the debate and the phase to be the
 * course's. Records `poll.opened`. Errors: NOT_FOUND (the series), INVALID (no options), CLOSED (a series that has ended).
 */
export async function openWave(tx: Tx, actor: Actor, member: Member, input: OpenWave): Promise<Opened> {
  const { courseId, question, wave, method, rule, hiddenUntilClose, debateId, phaseId } = input
  const options = await optionsFor(tx, actor, courseId, input.options)
  const seriesId = input.seriesId
    ? await requireSeries(tx, courseId, input.seriesId)
    : await insertSeries(tx, actor, { courseId, title: question })
  const waves = await tx.poll.count({ where: { seriesId } })
  const slug = await freePollSlug(tx, courseId, input.slug ?? slugOf(`${question} ${wave}`))
  const id = uuidv7()
  await tx.poll.create({
    data: {
      ...{ id, courseId, seriesId, debateId, phaseId, slug, wave, question, method, rule, hiddenUntilClose },
      waveIndex: waves + 1,
      opensAt: actor.at,
      tagKey: newKey(),
      options: { create: options },
    },
    select: { id: true },
  })
  await recordPoll(tx, actor, member, 'poll.opened', { id, courseId })
  return { id, slug, seriesId }
}
