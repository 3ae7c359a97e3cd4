import 'server-only'
import { lookups } from '@/lib/db'
import type { EventType, RecordedEvent } from './types'

type Row = Omit<RecordedEvent, 'seq' | 'type'> & { seq: string; type: string }

/** Events of a course after `after`, oldest first, at most `limit`. */
export async function eventsAfter(courseId: string, after: number, limit: number): Promise<RecordedEvent[]> {
  const { rows } = await lookups().query<Row>({
    name: 'events-after',
    text: `SELECT "seq", "courseId", "type", "actorId", "audience", "audienceId", "subjectId", "scopeId", "payload", "createdAt"
           FROM "Event" WHERE "courseId" = $1 AND "seq" > $2 ORDER BY "seq" LIMIT $3`,
    values: [courseId, after, limit],
  })
  return rows.map((row) => ({ ...row, seq: Number(row.seq), type: row.type as EventType }))
}

/** The number of the course's last committed event. */
export async function lastSeq(courseId: string): Promise<number> {
  const { rows } = await lookups().query<{ seq: string }>({
    name: 'last-seq',
    text: `SELECT "eventSeq" AS seq FROM "Course" WHERE "id" = $1`,
    values: [courseId],
  })
  return Number(rows[0]?.seq ?? 0)
}
