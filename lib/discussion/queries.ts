import 'server-only'
import { db, lookups, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import {
  type Actor,
  authoriseMember,
  isStaffRole,
  type Member,
  memberIn,
  unwritten,
  visibleNotes,
} from '@/lib/policy'
import { mentionable } from './body'
import { NOTE_FROM, NOTE_JSON, NOTE_SHOWN } from './note-json'
import type { Mentionable, NoteDto, NoteSource, ReactionKind, Wording } from './schema'
import { courseNotesJson } from './section-cache'

type SectionNotes = { course: string; own: string; me: string }

/**
 * All notes of a section that the actor may see, as the text of two JSON arrays of `NoteDto`: the course's, and those
 * that the actor sees beyond it (their own private ones, their group's; staff see every group's). Together the filter
 * is `visibleNotes`; discussion.db.test.ts holds the two against each other. `me` is an `OwnState`.
 * @param seq the course's last event number, read before this call.
 */
export async function sectionNotes(
  actor: Actor,
  courseId: string,
  sectionId: string,
  seq: number,
): Promise<SectionNotes> {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const [course, { held, own, me }] = await Promise.all([
    courseNotesJson(courseId, sectionId, seq),
    ownNotes(member, sectionId),
  ])
  if (held) return { course: '[]', own: await authoredJson(member, sectionId), me }
  return { course, own, me }
}

const NOTES = `coalesce(json_agg(${NOTE_JSON} ORDER BY n."createdAt", n."id"), '[]')`

const reacted = (kind: ReactionKind): string => `(SELECT coalesce(json_agg(x."noteId"), '[]') FROM "Note" n
  JOIN "Reaction" x ON x."noteId" = n."id" AND x."membershipId" = $3 AND x."kind" = '${kind}' WHERE n."sectionId" = $1)`

/** `OwnState` without `held`, which the caller knows as a column of its own. */
const OWN_STATE = `'same', ${reacted('SAME_QUESTION')}, 'thanks', ${reacted('THANKS')},
  'follows', (SELECT coalesce(json_agg(f."threadId"), '[]') FROM "Note" n
    JOIN "Follow" f ON f."threadId" = n."id" AND f."membershipId" = $3 AND f."on" WHERE n."sectionId" = $1),
  'seenAt', (SELECT to_char(v."seenAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM "SectionVisit" v
    WHERE v."membershipId" = $3 AND v."sectionId" = $1)`

/** What is not the whole course's, in one statement. */
async function ownNotes(
  member: Member,
  sectionId: string,
): Promise<{ held: boolean; own: string; me: string }> {
  const { rows } = await lookups().query<{ held: boolean; own: string; me: string }>({
    name: 'own-notes',
    text: `WITH section AS (SELECT s."postFirst" AND $6 AND ${unwritten('$3', '$1')} AS held FROM "Section" s WHERE s."id" = $1)
           SELECT section.held, json_build_object('held', section.held, ${OWN_STATE})::text AS me,
             (SELECT ${NOTES}::text FROM ${NOTE_FROM}
              WHERE n."sectionId" = $1 AND n."courseId" = $2 AND n."visibility" <> 'COURSE' AND ${NOTE_SHOWN}
                AND (n."authorId" = $3 OR (n."visibility" = 'GROUP' AND (n."groupId" = $4 OR $5)))) AS own
           FROM section`,
    values: [
      sectionId,
      member.courseId,
      member.id,
      member.groupId,
      isStaffRole(member.role),
      member.role === 'STUDENT',
    ],
  })
  return rows[0] ?? { held: false, own: '[]', me: NOBODY }
}

const NOBODY = '{"held":false,"same":[],"thanks":[],"follows":[],"seenAt":null}'

/** All that the member wrote in the section, for one who may not see the others' notes yet. */
async function authoredJson(member: Member, sectionId: string): Promise<string> {
  const { rows } = await pool().query<{ notes: string }>({
    name: 'authored-notes',
    text: `SELECT ${NOTES}::text AS notes FROM ${NOTE_FROM}
           WHERE n."sectionId" = $1 AND n."courseId" = $2 AND n."authorId" = $3 AND n."deletedAt" IS NULL`,
    values: [sectionId, member.courseId, member.id],
  })
  return rows[0]?.notes ?? '[]'
}

/** The earlier wordings of a note, the newest first. */
export async function noteHistory(actor: Actor, id: string): Promise<Wording[]> {
  const note = await db.note.findFirst({
    where: { AND: [{ id, deletedAt: null }, visibleNotes(actor)] },
    select: { revisions: { orderBy: { number: 'desc' }, select: { bodyHtml: true, wroteAt: true } } },
  })
  if (!note) throw new AppError('NOT_FOUND')
  return note.revisions.map(({ bodyHtml, wroteAt }) => ({ html: bodyHtml, at: wroteAt.toISOString() }))
}

/** Whom the actor may name in a note of the course, by how the name begins; at most eight. */
export async function findMembers(actor: Actor, courseId: string, begins: string): Promise<Mentionable[]> {
  const member = authoriseMember(actor, 'members.view', courseId)
  return mentionable(member, { visibility: 'COURSE', groupId: null }, begins, 8)
}

export type SectionNow = { courseId: string; text: string; version: number; retired: boolean }

/** The section, if the actor may see it: its course and its text as it is now. */
export async function sectionFor(actor: Actor, sectionId: string): Promise<SectionNow> {
  const { rows } = await lookups().query<SectionNow & { published: boolean }>({
    name: 'section-for',
    text: `SELECT r."courseId", s."text", s."version", s."retiredAt" IS NOT NULL AS retired,
             r."publishedAt" IS NOT NULL AS published
           FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId" WHERE s."id" = $1`,
    values: [sectionId],
  })
  const section = rows[0]
  const member = section && memberIn(actor, section.courseId)
  if (!member || !(section.published || isStaffRole(member.role))) throw new AppError('NOT_FOUND')
  return section
}

/** The words of a note as its author typed them, for editing. */
export async function noteSource(actor: Actor, id: string): Promise<NoteSource> {
  const note = await db.note.findFirst({
    where: { AND: [{ id, deletedAt: null }, visibleNotes(actor)] },
    select: { id: true, body: true, bodyHtml: true, hiddenReason: true },
  })
  if (!note) throw new AppError('NOT_FOUND')
  const { bodyHtml: html, ...source } = note
  return { ...source, html }
}

export async function noteDto(id: string): Promise<NoteDto> {
  const { rows } = await lookups().query<{ note: NoteDto }>({
    name: 'note-dto',
    text: `SELECT ${NOTE_JSON} AS note FROM ${NOTE_FROM} WHERE n."id" = $1`,
    values: [id],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0].note
}
