import 'server-only'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { type Actor, authorise } from '@/lib/policy'

export type OutboxMail = {
  id: string
  to: string
  subject: string
  /** Null where mail is sent: then it is between the server and whoever gets it. */
  text: string | null
  at: string
  state: 'HERE' | 'SENT' | 'WAITING' | 'FAILED'
  error: string | null
}

const MOST = 200

/** Whether mail leaves the installation. */
export const mailIsSent = (): boolean => Boolean(env().SMTP_URL)

/** For the site owner: without a mail server all that would have been sent; with one, only how it went. */
export async function outbox(actor: Actor): Promise<{ sends: boolean; mails: OutboxMail[] }> {
  authorise(actor, 'site.manage', null)
  const sends = mailIsSent()
  const rows = await db.mail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }], take: MOST })
  const mails = rows.map(({ id, to, subject, text, createdAt, sentAt, error }) => ({
    ...{ id, to, subject, error, at: createdAt.toISOString() },
    text: sends ? null : text,
    state: !sends
      ? ('HERE' as const)
      : sentAt
        ? ('SENT' as const)
        : error
          ? ('FAILED' as const)
          : ('WAITING' as const),
  }))
  return { sends, mails }
}
