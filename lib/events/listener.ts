import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { CHANNEL } from './record'

export type Wake =
  | { kind: 'course'; courseId: string; seq: number }
  | { kind: 'user'; userId: string }
  /** Something that is true for a moment: who is here, where somebody leads. No event, no number, nothing kept. */
  | { kind: 'whisper'; courseId: string; name: string; body: string }
  /** A file waits to be read, or is to be read no more. */
  | { kind: 'import'; jobId: string }
  /** The connection was away: anything may have happened meanwhile. */
  | { kind: 'resumed' }

type Listener = { subscribers: Set<(wake: Wake) => void>; ready: Promise<void> }
const g = globalThis as unknown as { colloquyListener?: Listener }

/** The process's one LISTEN connection. It reconnects by itself and then says `resumed`. */
export function listener(): Listener {
  if (!g.colloquyListener) {
    const subscribers: Listener['subscribers'] = new Set()
    const tell = (wake: Wake) => {
      for (const subscriber of subscribers) subscriber(wake)
    }
    g.colloquyListener = { subscribers, ready: connect(tell, false) }
  }
  return g.colloquyListener
}

async function connect(tell: (wake: Wake) => void, again: boolean, delay = 100): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    application_name: 'colloquy-listen',
  })
  let lost = false
  const reconnect = (nextDelay: number) => {
    if (lost) return
    lost = true
    client.end().catch(() => {})
    setTimeout(() => connect(tell, true, nextDelay), delay).unref()
  }
  client.on('notification', (message) => {
    const wake = parseWake(message.payload ?? '')
    if (wake) tell(wake)
  })
  client.on('error', () => reconnect(100))
  client.on('end', () => reconnect(100))
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    if (again) tell({ kind: 'resumed' })
  } catch (error) {
    log.warn({ error: String(error) }, 'the listening connection could not be opened; trying again')
    reconnect(Math.min(delay * 2, 2000))
  }
}

function parseWake(payload: string): Wake | null {
  const [kind, id = '', seq] = payload.split(':')
  if (kind === 'course') return { kind, courseId: id, seq: Number(seq) }
  if (kind === 'whisper' && seq)
    return { kind, courseId: id, name: seq, body: payload.slice(kind.length + id.length + seq.length + 3) }
  if (kind === 'import') return { kind, jobId: id }
  return kind === 'user' ? { kind, userId: id } : null
}
