import 'server-only'
import { pool } from '@/lib/db'
import { type Actor, authoriseMember } from '@/lib/policy'
import type { DeskCharts } from './schema'

const WEEKS = 4

/**
 * What was written by day over the last four weeks, in the course's days (notes and replies, claims, statements), and
 * by how many students each section has been read. Two statements. Errors: NOT_FOUND, FORBIDDEN.
 */
export async function deskCharts(actor: Actor, courseId: string, timeZone: string): Promise<DeskCharts> {
  authoriseMember(actor, 'desk.view', courseId)
  const [activity, reading] = await Promise.all([
    pool().query<{ day: string; written: number; writers: number }>({
      name: 'desk-activity',
      text: `
        WITH written AS (
          SELECT "createdAt" AS at, "authorId" AS who FROM "Note" WHERE "courseId" = $1 AND "deletedAt" IS NULL
            AND "visibility" <> 'PRIVATE' AND "kind" <> 'HIGHLIGHT'
          UNION ALL SELECT c."createdAt", c."authorId" FROM "Claim" c JOIN "Debate" d ON d."id" = c."debateId"
            WHERE d."courseId" = $1 AND c."deletedAt" IS NULL
          UNION ALL SELECT s."createdAt", s."speakerId" FROM "Statement" s JOIN "Debate" d ON d."id" = s."debateId"
            WHERE d."courseId" = $1 AND s."deletedAt" IS NULL
        )
        SELECT to_char(d.day, 'YYYY-MM-DD') AS day, count(w.at)::int AS written, count(DISTINCT w.who)::int AS writers
        FROM generate_series(($3::timestamptz AT TIME ZONE $2)::date - ${WEEKS * 7 - 1}, ($3::timestamptz AT TIME ZONE $2)::date,
          interval '1 day') AS d(day)
        LEFT JOIN written w ON (w.at AT TIME ZONE $2)::date = d.day::date
        GROUP BY d.day ORDER BY d.day`,
      values: [courseId, timeZone, actor.at],
    }),
    pool().query<{ id: string; section: string; read: number }>({
      name: 'desk-reading',
      text: `
        SELECT s."id", CASE WHEN r."title" = s."heading" THEN s."heading" ELSE r."title" || ', ' || s."heading" END AS section, count(m."id")::int AS read
        FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
        LEFT JOIN "Progress" p ON p."sectionId" = s."id"
        LEFT JOIN "Membership" m ON m."id" = p."membershipId" AND m."role" = 'STUDENT' AND m."removedAt" IS NULL
        WHERE r."courseId" = $1 AND r."publishedAt" IS NOT NULL AND s."retiredAt" IS NULL
        GROUP BY s."id", r."id" ORDER BY r."position", s."position"`,
      values: [courseId],
    }),
  ])
  return { activity: activity.rows, reading: reading.rows }
}
