import 'server-only'
import { pool } from '@/lib/db'
import type { RecordedEvent } from '@/lib/events'
import { NOTE_FROM, NOTE_JSON } from './note-json'
import type { NoteDto } from './schema'

type Row = { id: string; groupId: string | null; note: NoteDto }

/** Whether the note may still be shown to the event's audience: it may have been narrowed since. */
function stillFor(event: RecordedEvent, { groupId, note }: Row): boolean {
  if (event.audience === 'EVERYONE') return note.visibility === 'COURSE'
  if (event.audience === 'GROUP') return note.visibility !== 'PRIVATE' && groupId === event.audienceId
  return event.audience === 'PERSON' && note.authorId === event.audienceId
}

/** Notes as they are now, read once for everyone who hears of them. */
export async function hydrateNotes(events: RecordedEvent[]): Promise<Map<number, string>> {
  const ids = [...new Set(events.flatMap((e) => e.subjectId ?? []))]
  const { rows } = await pool().query<Row>({
    name: 'live-notes',
    text: `SELECT n."id", n."groupId", ${NOTE_JSON} AS note FROM ${NOTE_FROM} WHERE n."id" = ANY($1::uuid[])`,
    values: [ids],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const json = new Map<number, string>()
  for (const event of events) {
    const row = event.subjectId ? byId.get(event.subjectId) : undefined
    if (row && stillFor(event, row))
      json.set(event.seq, JSON.stringify({ scopeId: event.scopeId, note: row.note }))
  }
  return json
}
