import 'server-only'
import { db, lookups } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, isStaffRole, may, memberIn, unwritten, visibleReadings } from '@/lib/policy'
import { readingMinutes } from './rules/blocks'
import { sectionHtml } from './rules/html'
import type { ContentsEntry, ReadingSummary, SectionBlock, SectionPage } from './schema'

/** As the driver gives a row, or as JSON has it: a moment is a date or a text. */
type ContentsRow = Omit<ContentsEntry, 'dueAt'> & { dueAt: Date | string | null; readingId: string }

const iso = (date: Date | string | null): string | null => date && new Date(date).toISOString()

/**
 * Sections of readings with the number of notes that the member `$1` may see, and how many came since they last looked.
 * Where one posts before one sees others, a student (`$2`) who has not counts their own alone.
 */
const contentsOf = (ofReadings: string): string => `
  WITH s AS MATERIALIZED (
    SELECT "id", "readingId", "position", "code", "heading", "dueAt",
      "postFirst" AND $2 AND ${unwritten('$1', '"Section"."id"')} AS held
    FROM "Section" WHERE "readingId" ${ofReadings} AND "retiredAt" IS NULL)
  SELECT s."id", s."readingId", s."position", s."code", s."heading", s."dueAt", coalesce(c.notes, 0) AS notes,
    coalesce(c.fresh, 0) AS fresh, p."sectionId" IS NOT NULL AS read
  FROM s
  LEFT JOIN (SELECT n."sectionId", count(*)::int AS notes,
               count(*) FILTER (WHERE n."createdAt" > v."seenAt" AND n."authorId" <> $1)::int AS fresh
             FROM s x JOIN "Note" n ON n."sectionId" = x."id"
             LEFT JOIN "SectionVisit" v ON v."sectionId" = x."id" AND v."membershipId" = $1
             WHERE n."deletedAt" IS NULL AND (n."authorId" = $1 OR (n."visibility" = 'COURSE' AND NOT x.held))
             GROUP BY 1) c ON c."sectionId" = s."id"
  LEFT JOIN "Progress" p ON p."sectionId" = s."id" AND p."membershipId" = $1`

const entry = ({ readingId: _, dueAt, ...row }: ContentsRow): ContentsEntry => ({ ...row, dueAt: iso(dueAt) })

/** Every reading of the course that the actor may see, with its contents. Two statements. */
export async function listReadings(actor: Actor, courseId: string): Promise<ReadingSummary[]> {
  const readings = await db.reading.findMany({
    where: { AND: [{ courseId }, visibleReadings(actor)] },
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, title: true, byline: true, publishedAt: true },
  })
  const member = memberIn(actor, courseId)
  const { rows } = await lookups().query<ContentsRow>({
    name: 'contents',
    text: `${contentsOf('= ANY($3::uuid[])')} ORDER BY s."readingId", s."position"`,
    values: [member?.id ?? null, member?.role === 'STUDENT', readings.map((r) => r.id)],
  })
  return readings.map(({ publishedAt, ...reading }) => ({
    ...reading,
    published: publishedAt !== null,
    sections: rows.filter((row) => row.readingId === reading.id).map(entry),
  }))
}

type SectionRow = {
  id: string
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
  contents: ContentsRow[] | null
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
    text: `SELECT s."id", s."heading", s."status", s."dueAt", s."postFirst", s."version", s."retiredAt", s."text", s."blocks", r."title", r."byline",
             (SELECT json_agg(json_build_object('id', p."id", 'text', p."text") ORDER BY p."position")
              FROM "Prompt" p WHERE p."sectionId" = s."id") AS prompts,
             ${EARLIER_VERSIONS} AS versions,
             (SELECT json_agg(e ORDER BY e."position") FROM (${contentsOf('= r."id"')}) e) AS contents
           FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
           WHERE r."courseId" = $3 AND r."slug" = $4 AND s."position" = $5 AND (r."publishedAt" IS NOT NULL OR $6)`,
    values: [member.id, member.role === 'STUDENT', courseId, slug, position, isStaffRole(member.role)],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0]
}

/** One section as the reader shows it, without its notes (they come by a route of their own). One statement. */
export async function sectionPage(
  actor: Actor,
  courseId: string,
  readingSlug: string,
  position: number,
): Promise<SectionPage> {
  const section = await visibleSection(actor, courseId, readingSlug, position)
  const rows = (section.contents ?? []).map(entry)
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
