import 'server-only'
import { lookups, pool } from '@/lib/db'
import type { Parcel, RecordedEvent } from '@/lib/events'
import { unwritten } from '@/lib/policy'
import { NOTE_FROM, NOTE_JSON } from './note-json'
import type { NoteDto } from './schema'

type Row = { id: string; sectionId: string; groupId: string | null; postFirst: boolean; note: NoteDto }

/** Whether the note may still be shown to the event's audience: it may have been narrowed since. */
function stillFor(event: RecordedEvent, { groupId, note }: Row): boolean {
  if (event.audience === 'EVERYONE') return note.visibility === 'COURSE'
  if (event.audience === 'GROUP') return note.visibility !== 'PRIVATE' && groupId === event.audienceId
  return event.audience === 'PERSON' && note.authorId === event.audienceId
}

/** Notes as they are now, read once for everyone who hears of them. */
export async function hydrateNotes(events: RecordedEvent[]): Promise<Map<number, Parcel>> {
  const ids = [...new Set(events.flatMap((e) => e.subjectId ?? []))]
  const { rows } = await lookups().query<Row>({
    name: 'live-notes',
    text: `SELECT n."id", n."sectionId", n."groupId", s."postFirst", ${NOTE_JSON} AS note
           FROM ${NOTE_FROM} JOIN "Section" s ON s."id" = n."sectionId" WHERE n."id" = ANY($1::uuid[])`,
    values: [ids],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const writers = await writersIn(rows.filter((row) => row.postFirst).map((row) => row.sectionId))
  const parcels = new Map<number, Parcel>()
  for (const event of events) {
    const row = event.subjectId ? byId.get(event.subjectId) : undefined
    if (row && stillFor(event, row))
      parcels.set(event.seq, {
        json: JSON.stringify({ scopeId: event.scopeId, note: row.note }),
        ...(row.postFirst ? { students: [row.note.authorId, ...(writers.get(row.sectionId) ?? [])] } : {}),
      })
  }
  return parcels
}

/** Who has written for the whole course in each of the sections, and so may see the others. */
async function writersIn(sectionIds: string[]): Promise<Map<string, string[]>> {
  if (!sectionIds.length) return new Map()
  const { rows } = await pool().query<{ id: string; writers: string[] }>({
    name: 'section-writers',
    text: `SELECT s."id", array_agg(m."id")::text[] AS writers FROM "Section" s
           JOIN "Reading" r ON r."id" = s."readingId" JOIN "Membership" m ON m."courseId" = r."courseId"
           WHERE s."id" = ANY($1::uuid[]) AND NOT ${unwritten('m."id"', 's."id"')} GROUP BY 1`,
    values: [sectionIds],
  })
  return new Map(rows.map(({ id, writers }) => [id, writers]))
}
