import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db'

export type NewMail = {
  to: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
}

/** No address, subject or header may begin a line of its own: that is how mail is forged. */
const oneLine = (text: string): string => text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').trim()

/**
 * Puts a message in the outbox in the caller's transaction: it goes out exactly when what it tells of was committed.
 * `sendQueued` sends it; without a mail server the site owner reads it at /site/outbox.
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<{ id: string }> {
  const headers = Object.fromEntries(Object.entries(mail.headers ?? {}).map(([k, v]) => [k, oneLine(v)]))
  const { to, subject, text, html } = mail
  const data = {
    id: randomUUID(),
    to: oneLine(to),
    subject: oneLine(subject).slice(0, 200),
    text,
    html,
    headers,
  }
  return tx.mail.create({ data, select: { id: true } })
}
