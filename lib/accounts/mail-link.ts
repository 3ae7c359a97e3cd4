import 'server-only'
import type { EmailConfig } from 'next-auth/providers/email'
import { db, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { escapeHtml } from '@/lib/html'
import { log } from '@/lib/log'
import { htmlMessage, link } from '@/lib/mail/html'
import { queueMail } from '@/lib/mail/queue'
import { sendSoon } from '@/lib/mail/send'
import { Email } from './schema'

const MINUTES = 15

/** Where a link can be read: it is sent, or, in a demo, lies in the outbox. */
export function mailLinkGoes(): 'MAIL' | 'OUTBOX' | null {
  if (env().SMTP_URL) return 'MAIL'
  return env().COLLOQUY_DEMO ? 'OUTBOX' : null
}

/**
 * The page with the button, not next-auth's own address: programs that look through mail open every link in it, and
 * would use this one up.
 */
function pageOf(callback: string): string {
  const asked = new URL(callback).searchParams
  const page = new URL('/sign-in/link', env().NEXTAUTH_URL)
  for (const name of ['token', 'email', 'callbackUrl']) page.searchParams.set(name, asked.get(name) ?? '')
  return page.href
}

async function write(to: string, name: string, callback: string): Promise<void> {
  const url = pageOf(callback)
  const subject = 'Your link to Colloquy'
  const foot = `It is good for ${MINUTES} minutes and once. If you did not ask for it, do nothing: without it nobody comes in.`
  const text = `${name}, this link signs you in:\n\n${url}\n\n${foot}`
  const html = htmlMessage(
    subject,
    `<p>${escapeHtml(name)}, ${link(url, 'this link signs you in')}.</p><p>${escapeHtml(foot)}</p>`,
  )
  await transaction((tx) => queueMail(tx, { to, subject, text, html }))
  sendSoon()
}

/** Only to somebody who has an account. It is not waited for, so that the time it takes tells nothing either. */
async function send(email: string, callback: string): Promise<void> {
  const user = await db.user.findUnique({ where: { email }, select: { email: true, name: true } })
  if (user)
    write(user.email, user.name, callback).catch((error) =>
      log.error({ error: String(error) }, 'a sign-in link could not be written'),
    )
}

/** next-auth's e-mail provider, with our mail under it. */
export const mailLink = (): EmailConfig[] =>
  mailLinkGoes()
    ? [
        {
          ...{ id: 'email', type: 'email', name: 'Email', server: '', from: '', options: {} },
          maxAge: MINUTES * 60,
          normalizeIdentifier: (identifier) => Email.parse(identifier),
          sendVerificationRequest: ({ identifier, url }) => send(identifier, url),
        },
      ]
    : []

/** A link makes nobody an account: whoever asks is answered alike, and who has none cannot come in. */
export async function linkIsForSomebody(email: string | null | undefined, asking: boolean): Promise<boolean> {
  if (asking) return true
  return Boolean(email && (await db.user.findUnique({ where: { email }, select: { id: true } })))
}

/** Links that nobody used. */
export async function forgetOldLinks(at: Date): Promise<void> {
  await db.verificationToken.deleteMany({ where: { expires: { lt: at } } })
}
