import 'server-only'
import { pool } from '@/lib/db'
import { NOTE_FROM, NOTE_JSON, NOTE_SHOWN } from './note-json'

/**
 * The notes that a whole course sees in a section, as JSON text, kept while nothing happens in the course. The key
 * holds the number of the course's last event, which the caller has just read from the database: every write to a
 * note is an event in the note's own transaction, so a kept text is never older than that number. Any process can
 * lose it at any time.
 */
const KEPT_BYTES = 64 * 1024 * 1024
const kept = new Map<string, { seq: number; json: string }>()
let bytes = 0

function keep(key: string, seq: number, json: string): void {
  forget(key)
  kept.set(key, { seq, json })
  bytes += json.length
  for (const oldest of kept.keys()) {
    if (bytes <= KEPT_BYTES) break
    forget(oldest)
  }
}

function forget(key: string): void {
  bytes -= kept.get(key)?.json.length ?? 0
  kept.delete(key)
}

/** Requests that arrive together for the same text wait for one query. */
const loading = new Map<string, Promise<string>>()

/**
 * A JSON array of the notes with course visibility, oldest first.
 * @param seq the course's last event number, read before this call.
 */
export async function courseNotesJson(courseId: string, sectionId: string, seq: number): Promise<string> {
  // Both: asked for under another course, the section has no notes, and that course's numbers say nothing here.
  const key = `${courseId}:${sectionId}`
  const found = kept.get(key)
  if (found && found.seq >= seq) return found.json
  const asked = `${key}:${seq}`
  const running = loading.get(asked) ?? query(courseId, sectionId, seq)
  loading.set(asked, running)
  return running.finally(() => loading.delete(asked))
}

async function query(courseId: string, sectionId: string, seq: number): Promise<string> {
  const { rows } = await pool().query<{ notes: string }>({
    name: 'course-notes',
    text: `SELECT coalesce(json_agg(${NOTE_JSON} ORDER BY n."createdAt", n."id"), '[]')::text AS notes
           FROM ${NOTE_FROM}
           WHERE n."sectionId" = $1 AND n."courseId" = $2 AND n."visibility" = 'COURSE' AND ${NOTE_SHOWN}`,
    values: [sectionId, courseId],
  })
  const json = rows[0]?.notes ?? '[]'
  keep(`${courseId}:${sectionId}`, seq, json)
  return json
}
