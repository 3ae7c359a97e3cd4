import 'server-only'
import { db, pool } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, isStaffRole, memberIn, visibleNotes, visibleSections } from '@/lib/policy'
import { NOTE_FROM, NOTE_JSON, NOTE_SHOWN } from './note-json'
import type { NoteDto } from './schema'

/**
 * All notes of a section that the actor may see, oldest first, as the text of a JSON array of `NoteDto`. The filter
 * is `visibleNotes` as SQL; discussion.db.test.ts holds the two against each other.
 */
export async function notesJson(actor: Actor, courseId: string, sectionId: string): Promise<string> {
  const member = memberIn(actor, courseId)
  if (!member) throw new AppError('NOT_FOUND')
  const { rows } = await pool().query<{ notes: string }>({
    name: 'section-notes',
    text: `SELECT coalesce(json_agg(${NOTE_JSON} ORDER BY n."createdAt", n."id"), '[]')::text AS notes
           FROM ${NOTE_FROM}
           WHERE n."sectionId" = $1 AND n."courseId" = $2 AND ${NOTE_SHOWN}
             AND (n."visibility" = 'COURSE' OR n."authorId" = $3
                  OR (n."visibility" = 'GROUP' AND (n."groupId" = $4 OR $5)))`,
    values: [sectionId, courseId, member.id, member.groupId, isStaffRole(member.role)],
  })
  return rows[0]?.notes ?? '[]'
}

/** The section, if the actor may see it: its course and its text. */
export async function sectionFor(
  actor: Actor,
  sectionId: string,
): Promise<{ courseId: string; text: string }> {
  const section = await db.section.findFirst({
    where: { AND: [{ id: sectionId }, visibleSections(actor)] },
    select: { text: true, reading: { select: { courseId: true } } },
  })
  if (!section) throw new AppError('NOT_FOUND')
  return { courseId: section.reading.courseId, text: section.text }
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
