import 'server-only'
import { lookups } from '@/lib/db'
import { eventCtes, type NewEvent } from '@/lib/events'
import { type Note, Prisma } from '@/lib/generated/prisma/client'
import { NOTE_JSON } from './note-json'
import { noticeSql } from './notify'
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
  Pick<Note, 'version'> &
  Partial<Pick<Note, 'exact' | 'prefix' | 'suffix' | 'start' | 'end' | 'placement'>> & {
    tags: string[]
    mentioned: string[]
    /** The section as its writer's words were placed in it. */
    section: { version: number; retired: boolean }
  }

/** A name stands for one text: who may hear of a note differs by its visibility. */
const insertName = (note: NewNote): string =>
  isPlain(note) ? 'insert-note' : `insert-note-${note.visibility.toLowerCase()}`

const WRITTEN = Prisma.sql`EXISTS (SELECT 1 FROM note)`

/** Most notes open a thread and name nobody: their statement stays short. */
const isPlain = (note: NewNote): boolean => !note.threadId && !note.tags.length && !note.mentioned.length

/** What hangs on the note: its tags, who is named, and whom it is told to. */
function besides(note: NewNote): Prisma.Sql {
  if (isPlain(note)) return Prisma.empty
  const { tags, mentioned, authorId: actorId, createdAt: at } = note
  const notice = { note, actorId, mentioned, at }
  return Prisma.sql`
    tags AS (INSERT INTO "NoteTag" ("noteId", "tag") SELECT n."id", unnest(${tags}::text[]) FROM note n),
    mentions AS (INSERT INTO "Mention" ("noteId", "membershipId") SELECT n."id", unnest(${mentioned}::uuid[]) FROM note n),
    named AS (${noticeSql({ ...notice, kind: 'MENTION' }, WRITTEN)}),
    told_of AS (${noticeSql({ ...notice, kind: 'REPLY' }, WRITTEN)}),`
}

/**
 * Writes the note, what hangs on it and its event in one statement, which is one transaction and one round trip: it
 * is the write that a whole class makes at once (the bench posts sixteen at a time).
 *
 * It waits for a revision of the section that is being published, and writes nothing when the section is other then
 * than the words were placed in: publishing holds the section's row until its commit, and PostgreSQL looks at the
 * condition again once the row is free. The lock is the one that the foreign key would take in any case.
 * @returns null when nothing was written: the section has been revised, or there is a note with that id already.
 */
export async function insertNote(note: NewNote, event: NewEvent): Promise<NoteDto | null> {
  const { exact = null, prefix = null, suffix = null, start = null, end = null, placement = 'EXACT' } = note
  const sql = Prisma.sql`
    WITH note AS (
      INSERT INTO "Note" ("id", "courseId", "sectionId", "authorId", "promptId", "threadId", "parentId", "kind", "visibility",
        "groupId", "body", "bodyHtml", "exact", "prefix", "suffix", "start", "end", "placement", "version", "createdAt")
      SELECT ${note.id}::uuid, ${note.courseId}::uuid, ${note.sectionId}::uuid, ${note.authorId}::uuid, ${note.promptId}::uuid,
        ${note.threadId}::uuid, ${note.parentId}::uuid, ${note.kind}::"NoteKind", ${note.visibility}::"Visibility",
        ${note.groupId}::uuid, ${note.body}, ${note.bodyHtml}, ${exact}, ${prefix}, ${suffix}, ${start}::int, ${end}::int,
        ${placement}::"Placement", ${note.version}::int, ${note.createdAt}::timestamptz
      FROM "Section" s WHERE s."id" = ${note.sectionId}::uuid AND s."version" = ${note.section.version}::int
        AND (s."retiredAt" IS NOT NULL) = ${note.section.retired}::boolean
      FOR KEY SHARE OF s
      ON CONFLICT ("id") DO NOTHING RETURNING *
    ), followed AS (
      INSERT INTO "Follow" ("threadId", "membershipId") SELECT coalesce(n."threadId", n."id"), n."authorId" FROM note n
      ON CONFLICT DO NOTHING
    ), ${besides(note)} ${eventCtes(event, WRITTEN)}
    SELECT ${Prisma.raw(NOTE_JSON)} AS note, woken.told
    FROM note n JOIN "Membership" m ON m."id" = n."authorId" JOIN "User" u ON u."id" = m."userId" CROSS JOIN woken`
  const { rows } = await lookups().query<{ note: NoteDto }>({
    name: insertName(note),
    text: sql.text,
    values: sql.values,
  })
  // the statement does not see the rows that it writes itself
  return rows[0] ? { ...rows[0].note, tags: [...note.tags].sort() } : null
}
