import 'server-only'
import { pool } from '@/lib/db'
import type { EventType } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import { AUDITED, auditWords } from '../rules/audit-words'
import type { AuditPage } from './schema'

const A_PAGE = 50

type Row = {
  seq: string
  at: string
  type: EventType
  payload: Record<string, unknown>
  who: string
  about: string | null
  href: string | null
}

/**
 * What the staff did, the newest first, `A_PAGE` at a time. A ballot has no actor and so never stands here. Of events
 * that anybody may cause (a note deleted) those of students are left out: they did it to their own.
 */
const AUDIT = `
  SELECT e."seq", e."type", e."payload", u."name" AS who, coalesce(su."name", r."title" || ', ' || s."heading",
    d."motion", p."question") AS about,
    to_char(e."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
    CASE WHEN n."id" IS NOT NULL THEN '/courses/' || c."slug" || '/readings/' || r."slug" || '/' || s."position" || '?note=' || n."id"
         WHEN d."id" IS NOT NULL THEN '/courses/' || c."slug" || '/debates/' || d."slug"
         WHEN p."id" IS NOT NULL THEN '/courses/' || c."slug" || '/explain/polls/' || p."slug" END AS href
  FROM "Event" e JOIN "Course" c ON c."id" = e."courseId"
  JOIN "Membership" m ON m."id" = e."actorId" AND m."role" IN ('INSTRUCTOR', 'ASSISTANT')
  JOIN "User" u ON u."id" = m."userId"
  LEFT JOIN "Note" n ON n."id" = e."subjectId" AND n."visibility" <> 'PRIVATE'
  LEFT JOIN "Section" s ON s."id" = n."sectionId" LEFT JOIN "Reading" r ON r."id" = s."readingId"
  LEFT JOIN "Debate" d ON d."id" = coalesce(e."scopeId", e."subjectId")
  LEFT JOIN "Poll" p ON p."id" = e."subjectId"
  LEFT JOIN "Membership" sm ON sm."id" = e."subjectId" LEFT JOIN "User" su ON su."id" = sm."userId"
  WHERE e."courseId" = $1 AND e."type" = ANY($2) AND ($3::bigint IS NULL OR e."seq" < $3)
    AND e."audience" IN ('EVERYONE', 'STAFF', 'GROUP') AND ($4::uuid IS NULL OR m."id" = $4)
  ORDER BY e."seq" DESC LIMIT ${A_PAGE + 1}`

/**
 * The log of what the staff changed.
 * @param before only what came before this number; null for the newest.
 * @param memberId one of the staff, or null for all.
 */
export async function auditLog(
  actor: Actor,
  courseId: string,
  before: number | null,
  memberId: string | null,
): Promise<AuditPage> {
  authoriseMember(actor, 'desk.view', courseId)
  const { rows } = await pool().query<Row>({
    name: 'audit-log',
    text: AUDIT,
    values: [courseId, AUDITED, before, memberId],
  })
  const page = rows.slice(0, A_PAGE)
  return {
    entries: page.map(({ seq, at, who, about, type, payload, href }) => ({
      ...{ seq: Number(seq), at, who, about, href },
      what: auditWords(type, payload),
    })),
    older: rows.length > A_PAGE ? Number(page.at(-1)?.seq) : null,
  }
}
