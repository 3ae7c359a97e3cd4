import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, may, memberIn, visibleReadings } from '@/lib/policy'
import { readingMinutes } from './rules/blocks'
import { sectionHtml } from './rules/html'
import type { ContentsEntry, ReadingSummary, SectionBlock, SectionPage } from './schema'

type ContentsRow = Omit<ContentsEntry, 'dueAt'> & { dueAt: Date | null; readingId: string }

const iso = (date: Date | null): string | null => date?.toISOString() ?? null

/** Sections of the readings with the number of notes that the actor may see, in one statement. */
async function contents(actor: Actor, courseId: string, readingIds: string[]): Promise<ContentsRow[]> {
  const member = memberIn(actor, courseId)
  const { rows } = await pool().query<ContentsRow>({
    name: 'contents',
    text: `SELECT s."id", s."readingId", s."position", s."code", s."heading", s."dueAt",
             (SELECT count(*)::int FROM "Note" n WHERE n."sectionId" = s."id" AND n."deletedAt" IS NULL
                AND (n."visibility" = 'COURSE' OR n."authorId" = $2)) AS notes,
             EXISTS (SELECT 1 FROM "Progress" p WHERE p."sectionId" = s."id" AND p."membershipId" = $2) AS read
           FROM "Section" s WHERE s."readingId" = ANY($1::uuid[]) ORDER BY s."readingId", s."position"`,
    values: [readingIds, member?.id ?? null],
  })
  return rows
}

const entry = ({ readingId: _, dueAt, ...row }: ContentsRow): ContentsEntry => ({ ...row, dueAt: iso(dueAt) })

/** Every reading of the course that the actor may see, with its contents. Two statements. */
export async function listReadings(actor: Actor, courseId: string): Promise<ReadingSummary[]> {
  const readings = await db.reading.findMany({
    where: { AND: [{ courseId }, visibleReadings(actor)] },
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, title: true, byline: true, publishedAt: true },
  })
  const rows = await contents(
    actor,
    courseId,
    readings.map((r) => r.id),
  )
  return readings.map(({ publishedAt, ...reading }) => ({
    ...reading,
    published: publishedAt !== null,
    sections: rows.filter((row) => row.readingId === reading.id).map(entry),
  }))
}

/** One section as the reader shows it, without its notes (they come by a route of their own). Four statements. */
export async function sectionPage(
  actor: Actor,
  courseId: string,
  readingSlug: string,
  position: number,
): Promise<SectionPage> {
  const section = await db.section.findFirst({
    where: { position, reading: { AND: [{ courseId, slug: readingSlug }, visibleReadings(actor)] } },
    select: {
      id: true,
      position: true,
      heading: true,
      status: true,
      dueAt: true,
      text: true,
      blocks: true,
      readingId: true,
      reading: { select: { slug: true, title: true, byline: true } },
      prompts: { orderBy: { position: 'asc' }, select: { id: true, text: true } },
    },
  })
  if (!section) throw new AppError('NOT_FOUND')
  const rows = (await contents(actor, courseId, [section.readingId])).map(entry)
  return {
    reading: section.reading,
    section: {
      id: section.id,
      position: section.position,
      heading: section.heading,
      status: section.status,
      dueAt: iso(section.dueAt),
      minutes: readingMinutes(section.text),
      html: sectionHtml(section.blocks as SectionBlock[]),
      read: rows.find((row) => row.id === section.id)?.read ?? false,
    },
    prompts: section.prompts,
    contents: rows,
    can: {
      write: may(actor, 'note.write', courseId),
      moderate: may(actor, 'note.delete', courseId, { authorId: null }),
      assess: may(actor, 'note.assess', courseId),
    },
  }
}
