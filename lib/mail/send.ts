import 'server-only'
import type { SendMailOptions, Transporter } from 'nodemailer'
import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

type Row = {
  id: string
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/** About a day of tries, each after twice the wait of the one before; then the outbox tells why it stays. */
const MOST_TRIES = 11

/** The oldest message that is due, held by a lock so that no other process sends it at the same time. */
const NEXT = `SELECT "id", "to", "subject", "text", "html", "headers" FROM "Mail"
  WHERE "sentAt" IS NULL AND "tries" < ${MOST_TRIES}
    AND "createdAt" + (power(2, "tries") - 1) * interval '1 minute' <= now()
  ORDER BY "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED`

/** The same id at every try: whoever gets a message twice (we died after sending it) can tell. */
const messageOf = ({ id, headers, ...mail }: Row): SendMailOptions => ({
  ...mail,
  from: env().MAIL_FROM,
  messageId: `<${id}@${new URL(env().NEXTAUTH_URL).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  // A message holds words that people wrote: no file and no address in it is ever opened.
  disableFileAccess: true,
  disableUrlAccess: true,
})

async function transport(): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport(env().SMTP_URL, { from: env().MAIL_FROM })
}

/** Sends one message. @returns whether there was one. */
async function sendNext(smtp: Transporter): Promise<boolean> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<Row>(NEXT)
    const [mail] = rows
    if (mail) {
      const error = await smtp.sendMail(messageOf(mail)).then(
        () => null,
        (e: unknown) => String(e instanceof Error ? e.message : e).slice(0, 500),
      )
      if (error) log.warn({ mail: mail.id, error }, 'a message could not be sent; it will be tried again')
      await client.query(
        `UPDATE "Mail" SET "sentAt" = CASE WHEN $2::text IS NULL THEN now() END, "tries" = "tries" + 1, "error" = $2
         WHERE "id" = $1`,
        [mail.id, error],
      )
    }
    await client.query('COMMIT')
    return mail !== undefined
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Sends what waits in the outbox. Does nothing where no mail server is configured. */
export async function sendQueued(): Promise<number> {
  if (!env().SMTP_URL) return 0
  const smtp = await transport()
  let sent = 0
  try {
    while (await sendNext(smtp)) sent++
  } finally {
    smtp.close()
  }
  return sent
}

/** After a command queued something that a person waits for. */
export function sendSoon(): void {
  sendQueued().catch((error) => log.warn({ error: String(error) }, 'mail could not be sent'))
}
