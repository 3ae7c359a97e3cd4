import 'server-only'
import { db, lookups } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, isStaffRole, may, memberIn, unwritten, visibleReadings } from '@/lib/policy'
import { readingMinutes } from './rules/blocks'
import { sectionHtml } from './rules/html'
import type { ContentsEntry, ReadingSummary, SectionBlock, SectionPage } from './schema'

type ContentsRow = Omit<ContentsEntry, 'dueAt'> & { dueAt: Date | null; readingId: string }

const iso = (date: Date | null): string | null => date?.toISOString() ?? null

/**
 * Sections of the readings with the number of notes that the actor may see, and how many came since they last looked,
 * in one statement. Where one posts before one sees others, a student who has not counts their own alone.
 */
async function contents(actor: Actor, courseId: string, readingIds: string[]): Promise<ContentsRow[]> {
  const member = memberIn(actor, courseId)
  const { rows } = await lookups().query<ContentsRow>({
    name: 'contents',
    text: `WITH s AS MATERIALIZED (
             SELECT "id", "readingId", "position", "code", "heading", "dueAt",
               "postFirst" AND $3 AND ${unwritten('$2', '"Section"."id"')} AS held
             FROM "Section" WHERE "readingId" = ANY($1::uuid[]) AND "retiredAt" IS NULL)
           SELECT s."id", s."readingId", s."position", s."code", s."heading", s."dueAt", coalesce(c.notes, 0) AS notes,
             coalesce(c.fresh, 0) AS fresh, p."sectionId" IS NOT NULL AS read
           FROM s
           LEFT JOIN (SELECT n."sectionId", count(*)::int AS notes,
                        count(*) FILTER (WHERE n."createdAt" > v."seenAt" AND n."authorId" <> $2)::int AS fresh
                      FROM s x JOIN "Note" n ON n."sectionId" = x."id"
                      LEFT JOIN "SectionVisit" v ON v."sectionId" = x."id" AND v."membershipId" = $2
                      WHERE n."deletedAt" IS NULL AND (n."authorId" = $2 OR (n."visibility" = 'COURSE' AND NOT x.held))
                      GROUP BY 1) c ON c."sectionId" = s."id"
           LEFT JOIN "Progress" p ON p."sectionId" = s."id" AND p."membershipId" = $2
           ORDER BY s."readingId", s."position"`,
    values: [readingIds, member?.id ?? null, member?.role === 'STUDENT'],
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

type SectionRow = {
  id: string
  readingId: string
  heading: string
  status: string
  dueAt: Date | null
  postFirst: boolean
  version: number
  retiredAt: Date | null
  versions: SectionPage['versions'] | null
  text: string
  blocks: SectionBlock[]
  title: string
  byline: string
  prompts: SectionPage['prompts'] | null
}

/** Each until when it was the text, the first version first. */
const EARLIER_VERSIONS = `(SELECT json_agg(json_build_object('version', v."version",
  'until', to_char(v."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY v."version")
  FROM "SectionVersion" v WHERE v."sectionId" = s."id")`

/**
 * The hottest read of the product, so one statement by hand. The filter is `visibleReadings`: published, or staff.
 */
async function visibleSection(
  actor: Actor,
  courseId: string,
  slug: string,
  position: number,
): Promise<SectionRow> {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const { rows } = await lookups().query<SectionRow>({
    name: 'section-page',
    text: `SELECT s."id", s."readingId", s."heading", s."status", s."dueAt", s."postFirst", s."version", s."retiredAt", s."text", s."blocks", r."title", r."byline",
             (SELECT json_agg(json_build_object('id', p."id", 'text', p."text") ORDER BY p."position")
              FROM "Prompt" p WHERE p."sectionId" = s."id") AS prompts,
             ${EARLIER_VERSIONS} AS versions
           FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
           WHERE r."courseId" = $1 AND r."slug" = $2 AND s."position" = $3 AND (r."publishedAt" IS NOT NULL OR $4)`,
    values: [courseId, slug, position, isStaffRole(member.role)],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0]
}

/** One section as the reader shows it, without its notes (they come by a route of their own). Two statements. */
export async function sectionPage(
  actor: Actor,
  courseId: string,
  readingSlug: string,
  position: number,
): Promise<SectionPage> {
  const section = await visibleSection(actor, courseId, readingSlug, position)
  const rows = (await contents(actor, courseId, [section.readingId])).map(entry)
  return {
    reading: { slug: readingSlug, title: section.title, byline: section.byline },
    section: {
      id: section.id,
      position,
      heading: section.heading,
      status: section.status,
      dueAt: iso(section.dueAt),
      minutes: readingMinutes(section.text),
      html: sectionHtml(section.blocks),
      read: rows.find((row) => row.id === section.id)?.read ?? false,
      postFirst: section.postFirst,
      version: section.version,
      retiredAt: iso(section.retiredAt),
    },
    versions: section.versions ?? [],
    prompts: section.prompts ?? [],
    contents: rows,
    can: {
      write: may(actor, 'note.write', courseId),
      moderate: may(actor, 'note.delete', courseId, { authorId: null }),
      assess: may(actor, 'note.assess', courseId),
      arrange: may(actor, 'reading.edit', courseId),
    },
  }
}
