import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, type Member, visibleReadings } from '@/lib/policy'
import { inZone, onClocks } from '@/lib/time/zones'
import type {
  MoveReading,
  ReadingSettings,
  SaveReading,
  SectionSettings,
  ShowReading,
} from './settings-schema'

const SECTIONS = {
  where: { retiredAt: null },
  orderBy: { position: 'asc' },
  select: {
    id: true,
    heading: true,
    dueAt: true,
    prompts: {
      orderBy: { position: 'asc' },
      select: { id: true, text: true, _count: { select: { notes: { where: { deletedAt: null } } } } },
    },
  },
} as const

/** What staff can change about a reading without touching its text. NOT_FOUND, FORBIDDEN. */
export async function readingSettings(
  actor: Actor,
  course: { id: string; timeZone: string },
  slug: string,
): Promise<ReadingSettings> {
  authoriseMember(actor, 'reading.edit', course.id)
  const reading = await db.reading.findFirst({
    where: { AND: [{ courseId: course.id, slug }, visibleReadings(actor)] },
    select: { id: true, title: true, byline: true, publishedAt: true, position: true, sections: SECTIONS },
  })
  if (!reading) throw new AppError('NOT_FOUND')
  const [up, down] = await Promise.all(
    [{ lt: reading.position }, { gt: reading.position }].map((position) =>
      db.reading.count({ where: { courseId: course.id, position } }),
    ),
  )
  return {
    id: reading.id,
    title: reading.title,
    byline: reading.byline,
    published: reading.publishedAt !== null,
    canMove: { up: up !== 0, down: down !== 0 },
    sections: reading.sections.map(({ dueAt, prompts, ...section }) => ({
      ...section,
      due: dueAt ? onClocks(dueAt, course.timeZone) : '',
      prompts: prompts.map(({ _count, ...prompt }) => ({ ...prompt, answers: _count.notes })),
    })),
  }
}

/** The reading, locked, and who acts. */
async function lockedReading(tx: Tx, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Reading" WHERE "id" = ${id}::uuid FOR UPDATE`
  const reading = await tx.reading.findFirst({
    where: { AND: [{ id }, visibleReadings(actor)] },
    include: { course: { select: { timeZone: true } }, sections: SECTIONS },
  })
  if (!reading) throw new AppError('NOT_FOUND')
  return { reading, member: authoriseMember(actor, 'reading.edit', reading.courseId) }
}

type Locked = Awaited<ReturnType<typeof lockedReading>>['reading']
type LockedSection = Locked['sections'][number]

const tell = (tx: Tx, actor: Actor, member: Member, reading: Locked, sectionId?: string) =>
  recordEvent(tx, {
    courseId: reading.courseId,
    type: sectionId ? 'section.changed' : 'reading.changed',
    actorId: member.id,
    audience: reading.publishedAt ? 'EVERYONE' : 'STAFF',
    subjectId: sectionId ?? reading.id,
    ...(sectionId ? { scopeId: sectionId } : {}),
    at: actor.at,
  })

/** Saves title, byline, due dates and questions. Errors: NOT_FOUND, FORBIDDEN, INVALID (a question with answers is gone). */
export async function saveReading(actor: Actor, input: SaveReading): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const { reading, member } = await lockedReading(tx, actor, input.id)
    const changed: string[] = []
    for (const [i, section] of input.sections.entries()) {
      const old = reading.sections.find(({ id }) => id === section.id)
      if (!old) throw new AppError('CONFLICT')
      const dated = await saveDue(tx, old, section.due, reading.course.timeZone)
      const asked = await savePrompts(tx, old, section.prompts, i)
      if (dated || asked) changed.push(section.id)
    }
    const { title, byline } = input
    const named = title !== reading.title || byline !== reading.byline
    if (named)
      await tx.reading.update({ where: { id: input.id }, data: { title, byline }, select: { id: true } })
    if (named) await tell(tx, actor, member, reading)
    for (const id of changed) await tell(tx, actor, member, reading, id)
    return { id: input.id }
  })
}

async function saveDue(tx: Tx, old: LockedSection, due: string, timeZone: string): Promise<boolean> {
  const dueAt = due ? inZone(due, timeZone) : null
  if ((dueAt?.getTime() ?? null) === (old.dueAt?.getTime() ?? null)) return false
  await tx.section.update({ where: { id: old.id }, data: { dueAt }, select: { id: true } })
  return true
}

/** Answers hang on their question, so one that has some stays. Answers whether anything changed. */
async function savePrompts(
  tx: Tx,
  old: LockedSection,
  prompts: SectionSettings['prompts'],
  place: number,
): Promise<boolean> {
  const same = (a: { id?: string | undefined; text: string }[]) =>
    JSON.stringify(a.map((p) => [p.id, p.text]))
  if (same(prompts) === same(old.prompts)) return false
  const kept = new Set(prompts.map((p) => p.id))
  const gone = old.prompts.filter((p) => !kept.has(p.id))
  const field = `sections.${place}.prompts`
  if (gone.some((p) => p._count.notes > 0))
    throw new AppError('INVALID', 'A question that has answers stays.', {
      fields: { [field]: 'A question that has answers stays. Load the page again to see it.' },
    })
  await tx.prompt.deleteMany({ where: { id: { in: gone.map((p) => p.id) } } })
  // No two have one position, not even between two statements.
  await tx.$executeRaw`UPDATE "Prompt" SET "position" = -"position" WHERE "sectionId" = ${old.id}::uuid`
  for (const [i, { id, text }] of prompts.entries()) {
    const data = { position: i + 1, text }
    if (!id) await tx.prompt.create({ data: { ...data, sectionId: old.id }, select: { id: true } })
    else if (old.prompts.some((p) => p.id === id))
      await tx.prompt.update({ where: { id }, data, select: { id: true } })
    else throw new AppError('CONFLICT')
  }
  return true
}

/** Changes places with the reading before or after it; at an end nothing happens. */
export async function moveReading(actor: Actor, { id, by }: MoveReading): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const { reading, member } = await lockedReading(tx, actor, id)
    const { courseId } = reading
    await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR UPDATE`
    const { position } = await tx.reading.findUniqueOrThrow({ where: { id }, select: { position: true } })
    const other = await tx.reading.findFirst({
      where: { courseId, position: by < 0 ? { lt: position } : { gt: position } },
      orderBy: { position: by < 0 ? 'desc' : 'asc' },
      select: { id: true, position: true },
    })
    if (!other) return { id }
    const put = (reading: string, at: number) =>
      tx.reading.update({ where: { id: reading }, data: { position: at }, select: { id: true } })
    await put(id, -position)
    await put(other.id, position)
    await put(id, other.position)
    await tell(tx, actor, member, reading)
    return { id }
  })
}

/** Takes a reading away from the class, with its notes kept, or shows it again. */
export async function showReading(actor: Actor, { id, published }: ShowReading): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const { reading, member } = await lockedReading(tx, actor, id)
    if ((reading.publishedAt !== null) === published) return { id }
    const publishedAt = published ? actor.at : null
    await tx.reading.update({ where: { id }, data: { publishedAt }, select: { id: true } })
    await recordEvent(tx, {
      courseId: reading.courseId,
      type: published ? 'reading.published' : 'reading.changed',
      actorId: member.id,
      audience: 'EVERYONE',
      subjectId: id,
      payload: published ? { title: reading.title, slug: reading.slug } : {},
      at: actor.at,
    })
    return { id }
  })
}
