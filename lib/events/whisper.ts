import 'server-only'
import { pool } from '@/lib/db'
import type { Subscriber } from './feed'
import { CHANNEL } from './record'

/** PostgreSQL takes no more in one notification. */
export const MOST_BYTES = 7999

/** Tells every process of the site (this one too) something about a course that nobody needs to know later. */
export async function whisper(courseId: string, name: string, body: unknown): Promise<void> {
  const payload = `whisper:${courseId}:${name}:${JSON.stringify(body)}`
  if (Buffer.byteLength(payload) > MOST_BYTES) throw new Error(`a whisper of ${payload.length} characters`)
  await pool().query(`SELECT pg_notify($1, $2)`, [CHANNEL, payload])
}

const encoder = new TextEncoder()

/** A frame without an id: the browser's place among the numbered events stays where it is. Made once for all. */
export function sendWhisper(to: Iterable<Subscriber>, name: string, json: string): void {
  const bytes = encoder.encode(`event: ${name}\ndata: ${json}\n\n`)
  for (const subscriber of to) subscriber.send(bytes)
}
