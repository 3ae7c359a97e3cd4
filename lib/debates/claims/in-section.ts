import 'server-only'
import { lookups, pool } from '@/lib/db'
import { NOTE_STANDS } from '../claims-sql'
import { excerptOf } from '../rules/source-label'
import type { ClaimInSection, DebateOfCourse } from './schema'

type Row = { id: string; number: number; debateId: string; text: string; refs: ClaimInSection['refs'] }

/** The claims that are there for all, and rest on a section's words, or on notes on them that the whole course sees. One statement. */
export async function claimsInSection(sectionId: string): Promise<ClaimInSection[]> {
  const { rows } = await pool().query<Row>({
    name: 'claims-in-section',
    text: `
      SELECT c."id", c."number", c."debateId", left(c."text", 300) AS text, json_agg(json_build_object(
        'noteId', s."noteId", 'start', s."start", 'end', s."end") ORDER BY s."id") AS refs
      FROM "ClaimSource" s JOIN "Claim" c ON c."id" = s."claimId" AND c."deletedAt" IS NULL AND c."hiddenAt" IS NULL
      LEFT JOIN "Note" n ON n."id" = s."noteId"
      WHERE (s."sectionId" = $1 AND s."start" IS NOT NULL) OR (n."sectionId" = $1 AND ${NOTE_STANDS})
      GROUP BY c."id" ORDER BY c."debateId", c."number"`,
    values: [sectionId],
  })
  return rows.map(({ text, ...claim }) => ({ ...claim, excerpt: excerptOf(text) }))
}

/** The debates of a course, the newest first: where a claim may be made, and where claims are read. */
export async function debatesOf(courseId: string): Promise<DebateOfCourse[]> {
  const { rows } = await lookups().query<DebateOfCourse>({
    name: 'debates-of-course',
    text: `SELECT "id", "slug", "motion", "closedAt" IS NULL AS open FROM "Debate" WHERE "courseId" = $1
           ORDER BY "position" DESC`,
    values: [courseId],
  })
  return rows
}
