import 'server-only'
import { pool } from '@/lib/db'
import { eventCtes, type NewEvent } from '@/lib/events'
import { type Note, Prisma } from '@/lib/generated/prisma/client'
import { NOTE_JSON } from './note-json'
import type { NoteDto } from './schema'

export type NewNote = Pick<
  Note,
  | 'id'
  | 'courseId'
  | 'sectionId'
  | 'authorId'
  | 'promptId'
  | 'threadId'
  | 'parentId'
  | 'kind'
  | 'visibility'
  | 'groupId'
  | 'body'
  | 'bodyHtml'
  | 'createdAt'
> &
  Partial<Pick<Note, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>>

/**
 * Writes the note and its event in one statement, which is one transaction and one round trip: it is the write that
 * a whole class makes at once (the bench posts sixteen at a time).
 * @returns null when there is a note with that id already; then nothing was written.
 */
export async function insertNote(note: NewNote, event: NewEvent): Promise<NoteDto | null> {
  const { exact = null, prefix = null, suffix = null, start = null, end = null } = note
  const sql = Prisma.sql`
    WITH note AS (
      INSERT INTO "Note" ("id", "courseId", "sectionId", "authorId", "promptId", "threadId", "parentId", "kind", "visibility",
        "groupId", "body", "bodyHtml", "exact", "prefix", "suffix", "start", "end", "createdAt")
      VALUES (${note.id}::uuid, ${note.courseId}::uuid, ${note.sectionId}::uuid, ${note.authorId}::uuid, ${note.promptId}::uuid,
        ${note.threadId}::uuid, ${note.parentId}::uuid, ${note.kind}::"NoteKind", ${note.visibility}::"Visibility",
        ${note.groupId}::uuid, ${note.body}, ${note.bodyHtml}, ${exact}, ${prefix}, ${suffix}, ${start}::int, ${end}::int,
        ${note.createdAt})
      ON CONFLICT ("id") DO NOTHING RETURNING *
    ), ${eventCtes(event, Prisma.sql`EXISTS (SELECT 1 FROM note)`)}
    SELECT ${Prisma.raw(NOTE_JSON)} AS note, woken.told
    FROM note n JOIN "Membership" m ON m."id" = n."authorId" JOIN "User" u ON u."id" = m."userId" CROSS JOIN woken`
  const { rows } = await pool().query<{ note: NoteDto }>({
    name: 'insert-note',
    text: sql.text,
    values: sql.values,
  })
  return rows[0]?.note ?? null
}
