import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, isStaffRole, type Member, memberIn, visibleNotes } from '@/lib/policy'
import { NOTE_FROM, NOTE_JSON, NOTE_SHOWN } from './note-json'
import type { NoteDto } from './schema'
import { courseNotesJson } from './section-cache'

/**
 * All notes of a section that the actor may see, as the text of two JSON arrays of `NoteDto`: the course's, and those
 * that the actor sees beyond it (their own private ones, their group's; staff see every group's). Together the filter
 * is `visibleNotes`; discussion.db.test.ts holds the two against each other.
 * @param seq the course's last event number, read before this call.
 */
export async function sectionNotes(
  actor: Actor,
  courseId: string,
  sectionId: string,
  seq: number,
): Promise<{ course: string; own: string }> {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const [course, own] = await Promise.all([
    courseNotesJson(courseId, sectionId, seq),
    ownNotesJson(member, sectionId),
  ])
  return { course, own }
}

async function ownNotesJson(member: Member, sectionId: string): Promise<string> {
  const { rows } = await pool().query<{ notes: string }>({
    name: 'own-notes',
    text: `SELECT coalesce(json_agg(${NOTE_JSON} ORDER BY n."createdAt", n."id"), '[]')::text AS notes
           FROM ${NOTE_FROM}
           WHERE n."sectionId" = $1 AND n."courseId" = $2 AND n."visibility" <> 'COURSE' AND ${NOTE_SHOWN}
             AND (n."authorId" = $3 OR (n."visibility" = 'GROUP' AND (n."groupId" = $4 OR $5)))`,
    values: [sectionId, member.courseId, member.id, member.groupId, isStaffRole(member.role)],
  })
  return rows[0]?.notes ?? '[]'
}

/** The section, if the actor may see it: its course and its text. */
export async function sectionFor(
  actor: Actor,
  sectionId: string,
): Promise<{ courseId: string; text: string }> {
  const { rows } = await pool().query<{ courseId: string; text: string; published: boolean }>({
    name: 'section-for',
    text: `SELECT r."courseId", s."text", r."publishedAt" IS NOT NULL AS published
           FROM "Section" s JOIN "Reading" r ON r."id" = s."readingId" WHERE s."id" = $1`,
    values: [sectionId],
  })
  const section = rows[0]
  const member = section && memberIn(actor, section.courseId)
  if (!member || !(section.published || isStaffRole(member.role))) throw new AppError('NOT_FOUND')
  return section
}

/** The words of a note as its author typed them, for editing. */
export async function noteSource(actor: Actor, id: string): Promise<{ id: string; body: string }> {
  const note = await db.note.findFirst({
    where: { AND: [{ id, deletedAt: null }, visibleNotes(actor)] },
    select: { id: true, body: true },
  })
  if (!note) throw new AppError('NOT_FOUND')
  return note
}

export async function noteDto(id: string): Promise<NoteDto> {
  const { rows } = await pool().query<{ note: NoteDto }>({
    name: 'note-dto',
    text: `SELECT ${NOTE_JSON} AS note FROM ${NOTE_FROM} WHERE n."id" = $1`,
    values: [id],
  })
  if (!rows[0]) throw new AppError('NOT_FOUND')
  return rows[0].note
}
