import 'server-only'
import { pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Subscriber, sendWhisper, subscribersOf, whisper } from '@/lib/events'
import { log } from '@/lib/log'
import { type Actor, authoriseMember, courseIds } from '@/lib/policy'
import { isHere } from './presence'
import { shortId } from './rules'
import type { LeadDto, LeadTo, LetGo } from './schema'

/** A leader says so every fifteen seconds at least; one of whom nothing was heard for this long has gone. */
const STALE_SECONDS = 40
/** How long a leader may be without any stream: the way from one section to the next. */
const GRACE_MS = 4000

/** `LeadDto` out of "Lead" l, "Section" s, "Reading" r and "User" u. */
const LEAD_JSON = `json_build_object('leaderId', l."membershipId", 'name', u."name", 'sectionId', s."id", 'reading', r."slug",
  'readingTitle', r."title", 'position', s."position", 'at', l."at")`

async function courseOfSection(sectionId: string): Promise<string> {
  const { rows } = await pool().query<{ courseId: string }>({
    name: 'course-of-section',
    text: `SELECT r."courseId" FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId"
           WHERE s."id" = $1 AND r."publishedAt" IS NOT NULL`,
    values: [sectionId],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0].courseId
}

/**
 * Begins to lead, or moves on. It is no event: it is told as it is written, and what counts later is where the leader
 * is then. Errors: NOT_FOUND (also: a section that the class cannot open), FORBIDDEN, CONFLICT (another leads now).
 */
export async function leadTo(actor: Actor, { sectionId, at, take }: LeadTo): Promise<LeadDto> {
  const courseId = await courseOfSection(sectionId)
  const member = authoriseMember(actor, 'section.lead', courseId)
  const { rows } = await pool().query<{ lead: LeadDto }>({
    name: 'lead-to',
    text: `WITH l AS (
             INSERT INTO "Lead" ("courseId", "membershipId", "sectionId", "at", "movedAt")
             SELECT $1::uuid, $2::uuid, $3::uuid, $4::int, now()
             WHERE $5::boolean OR EXISTS (SELECT 1 FROM "Lead" WHERE "courseId" = $1::uuid AND "membershipId" = $2::uuid)
             ON CONFLICT ("courseId") DO UPDATE SET "membershipId" = $2::uuid, "sectionId" = $3::uuid, "at" = $4::int, "movedAt" = now()
             RETURNING *
           ), told AS (
             SELECT ${LEAD_JSON} AS lead FROM l JOIN "Section" s ON s."id" = l."sectionId"
             JOIN "Reading" r ON r."id" = s."readingId" JOIN "Membership" m ON m."id" = l."membershipId"
             JOIN "User" u ON u."id" = m."userId"
           )
           SELECT lead, pg_notify('colloquy', 'whisper:' || $1::uuid || ':lead:' || lead)::text FROM told`,
    values: [courseId, member.id, sectionId, at, take],
  })
  if (!rows[0]) throw new AppError('CONFLICT', 'You no longer lead.')
  return rows[0].lead
}

/** @param quiet how long the leader has not moved, at least: from another page they may be leading on. */
async function end(courseId: string, membershipId: string, quiet = 0): Promise<void> {
  const { rowCount } = await pool().query(
    `DELETE FROM "Lead" WHERE "courseId" = $1 AND "membershipId" = $2
       AND "movedAt" <= now() - $3 * interval '1 millisecond'`,
    [courseId, membershipId, quiet],
  )
  if (rowCount) await whisper(courseId, 'lead', null)
}

/** Lets go; whoever does not lead lets go of nothing. */
export async function letGo(actor: Actor, { course }: LetGo): Promise<{ leading: false }> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "id" FROM "Course" WHERE "slug" = $1 AND "id" = ANY($2::uuid[])`,
    [course, courseIds(actor)],
  )
  const courseId = rows[0]?.id
  if (!courseId) throw new AppError('NOT_FOUND')
  const member = authoriseMember(actor, 'section.lead', courseId)
  await end(courseId, member.id)
  return { leading: false }
}

/** To everybody here, in whatever section: the bar shows wherever one reads. */
export const hearLead = (courseId: string, body: string): void =>
  sendWhisper(
    [...subscribersOf(courseId)].filter((s) => s.sectionId),
    'lead',
    body,
  )

/** To somebody who has just come. */
export async function showLead(courseId: string, subscriber: Subscriber): Promise<void> {
  const { rows } = await pool().query<{ lead: LeadDto }>({
    name: 'lead-now',
    text: `SELECT ${LEAD_JSON} AS lead FROM "Lead" l JOIN "Section" s ON s."id" = l."sectionId"
           JOIN "Reading" r ON r."id" = s."readingId" JOIN "Membership" m ON m."id" = l."membershipId"
           JOIN "User" u ON u."id" = m."userId"
           WHERE l."courseId" = $1 AND l."movedAt" > now() - interval '${STALE_SECONDS} seconds'
             AND r."publishedAt" IS NOT NULL AND m."removedAt" IS NULL`,
    values: [courseId],
  })
  sendWhisper([subscriber], 'lead', JSON.stringify(rows[0]?.lead ?? null))
}

/** A leader whose last stream ended and who does not come back at once no longer leads. */
export function leaderMayHaveLeft(courseId: string, membershipId: string): void {
  setTimeout(() => {
    if (isHere(courseId, membershipId, shortId(membershipId))) return
    end(courseId, membershipId, GRACE_MS - 500).catch((error) =>
      log.warn({ error: String(error), courseId }, 'a leader who left could not be let go'),
    )
  }, GRACE_MS).unref()
}
