import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authorise, authoriseMember, visibleSections } from '@/lib/policy'
import { sectionText } from './rules/blocks'
import type { MarkRead, NewReading, SetPostFirst } from './schema'

/** Adds a reading with its sections and publishes it. */
export async function publishReading(actor: Actor, input: NewReading): Promise<{ id: string; slug: string }> {
  authoriseMember(actor, 'reading.edit', input.courseId)
  return transaction((tx) => createReading(tx, actor, undefined, input))
}

/** The same inside a transaction; with an id that is given, a second time fails by the primary key. */
export async function createReading(
  tx: Tx,
  actor: Actor,
  givenId: string | undefined,
  { sections, ...reading }: NewReading,
): Promise<{ id: string; slug: string }> {
  const { courseId, title, slug } = reading
  const member = authoriseMember(actor, 'reading.edit', courseId)
  const last = await tx.reading.aggregate({ where: { courseId }, _max: { position: true } })
  const position = (last._max.position ?? 0) + 1
  const { id } = await tx.reading.create({
    data: {
      ...reading,
      ...(givenId ? { id: givenId } : {}),
      position,
      publishedAt: actor.at,
      createdAt: actor.at,
    },
    select: { id: true },
  })
  for (const [i, { blocks, prompts, ...section }] of sections.entries())
    await tx.section.create({
      data: {
        ...section,
        readingId: id,
        position: i + 1,
        blocks,
        text: sectionText(blocks),
        prompts: { create: prompts.map((text, p) => ({ position: p + 1, text })) },
      },
    })
  await recordEvent(tx, {
    courseId,
    type: 'reading.published',
    actorId: member.id,
    audience: 'EVERYONE',
    subjectId: id,
    payload: { title, slug },
    at: actor.at,
  })
  return { id, slug }
}

/** Marks a section as read, or as not yet read. It is the member's own business: no event. */
export async function markRead(actor: Actor, input: MarkRead): Promise<{ read: boolean }> {
  const section = await db.section.findFirst({
    where: { AND: [{ id: input.sectionId }, visibleSections(actor)] },
    select: { reading: { select: { courseId: true } } },
  })
  if (!section) throw new AppError('NOT_FOUND')
  const member = authorise(actor, 'reading.progress', section.reading.courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const key = { membershipId: member.id, sectionId: input.sectionId }
  if (input.read)
    await db.progress.upsert({
      where: { membershipId_sectionId: key },
      create: { ...key, readAt: actor.at },
      update: {},
    })
  else await db.progress.deleteMany({ where: key })
  return { read: input.read }
}

/** "Post before you see others", on or off. Everybody's pages hear of it. Errors: NOT_FOUND, FORBIDDEN. */
export async function setPostFirst(actor: Actor, { sectionId, on }: SetPostFirst): Promise<{ on: boolean }> {
  const section = await db.section.findFirst({
    where: { AND: [{ id: sectionId }, visibleSections(actor)] },
    select: { postFirst: true, reading: { select: { courseId: true } } },
  })
  if (!section) throw new AppError('NOT_FOUND')
  const { courseId } = section.reading
  const member = authoriseMember(actor, 'reading.edit', courseId)
  if (section.postFirst === on) return { on }
  await transaction(async (tx) => {
    await tx.section.update({ where: { id: sectionId }, data: { postFirst: on }, select: { id: true } })
    await recordEvent(tx, {
      courseId,
      type: 'section.changed',
      actorId: member.id,
      audience: 'EVERYONE',
      subjectId: sectionId,
      scopeId: sectionId,
      at: actor.at,
    })
  })
  return { on }
}
