import 'server-only'
import { pool } from '@/lib/db'
import { type RecordedEvent, sendWhisper, subscribersOf } from '@/lib/events'
import { log } from '@/lib/log'

const GATHER_MS = 1000
const waiting = new Map<string, Set<string>>()

/**
 * Tells those who are here and whom a note concerns that there is something under their bell: a second later, one
 * question to the database for all notes of that second, and a frame to nobody else.
 */
export function tellWhomItConcerns(events: readonly RecordedEvent[]): void {
  for (const { courseId, subjectId } of events) {
    if (!subjectId || subscribersOf(courseId).size === 0) continue
    const gathered = waiting.get(courseId)
    if (gathered) gathered.add(subjectId)
    else {
      waiting.set(courseId, new Set([subjectId]))
      setTimeout(() => void tell(courseId), GATHER_MS).unref()
    }
  }
}

async function tell(courseId: string): Promise<void> {
  const notes = [...(waiting.get(courseId) ?? [])]
  waiting.delete(courseId)
  const here = [...subscribersOf(courseId)]
  if (here.length === 0) return
  try {
    const { rows } = await pool().query<{ id: string }>({
      name: 'notified',
      text: `SELECT DISTINCT "membershipId" AS id FROM "Notification"
             WHERE "membershipId" = ANY($1::uuid[]) AND "noteId" = ANY($2::uuid[]) AND "readAt" IS NULL`,
      values: [[...new Set(here.map((s) => s.member.id))], notes],
    })
    const ids = new Set(rows.map((row) => row.id))
    sendWhisper(
      here.filter((s) => ids.has(s.member.id)),
      'notified',
      '{}',
    )
  } catch (error) {
    log.warn({ error: String(error), courseId }, 'nobody could be told of new notices')
  }
}
