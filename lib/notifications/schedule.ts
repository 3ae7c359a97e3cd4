import 'server-only'
import { forgetOldLinks } from '@/lib/accounts/mail-link'
import { pool } from '@/lib/db'
import { log } from '@/lib/log'
import { sendQueued } from '@/lib/mail/send'
import { writeDigests } from './digest'

const EVERY_MS = 5 * 60_000
/** Any number that nothing else locks. Of several processes one does the round; a dead one's lock is gone with it. */
const ROUND_LOCK = 735_002

/** One round: digests that are due, then what waits in the outbox. @returns null when another process is at it. */
export async function mailRound(at: Date): Promise<{ written: number; sent: number } | null> {
  const client = await pool().connect()
  try {
    const { rows } = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS ours', [
      ROUND_LOCK,
    ])
    if (!rows[0]?.ours) return null
    try {
      await forgetOldLinks(at)
      return { written: await writeDigests(at), sent: await sendQueued() }
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [ROUND_LOCK])
    }
  } finally {
    client.release()
  }
}

/** Begins the rounds of this process. It keeps nothing: what is due follows from the rows. */
export function startMailRounds(): void {
  const round = () =>
    mailRound(new Date()).catch((error) =>
      log.warn({ error: String(error) }, 'the round of mail failed; it is made again in five minutes'),
    )
  setInterval(round, EVERY_MS).unref()
}
