import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { lookups } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Actor, Member } from '@/lib/policy'
import { readToken } from './token'

/** The signed-in person as pages know them: the actor, and what only the shell shows. */
export type Viewer = { actor: Actor; sessionId: string; email: string; demo: boolean }

export const sessionCookieName = (): string =>
  env().NEXTAUTH_URL.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

/** next-auth splits a long token over cookies numbered .0, .1 … */
function tokenFrom(jar: Map<string, string>): string | null {
  const name = sessionCookieName()
  const whole = jar.get(name)
  if (whole) return whole
  const parts: string[] = []
  for (let i = 0; jar.has(`${name}.${i}`); i++) parts.push(jar.get(`${name}.${i}`) ?? '')
  return parts.length ? parts.join('') : null
}

type Row = {
  id: string
  name: string
  email: string
  demo: boolean
  siteOwner: boolean
  memberships: Member[] | null
}

/**
 * One statement, because every request pays for it. The session row is looked up each time: deleting it, or a
 * membership, ends access with the next request.
 */
async function loadViewer(sessionId: string, userId: string): Promise<Viewer | null> {
  const { rows } = await lookups().query<Row>({
    name: 'viewer',
    text: `SELECT u."id", u."name", u."email", u."demo", u."siteOwner",
             (SELECT json_agg(json_build_object('id', m."id", 'courseId', m."courseId", 'role', m."role", 'groupId', m."groupId"))
              FROM "Membership" m WHERE m."userId" = u."id" AND m."removedAt" IS NULL) AS memberships
           FROM "UserSession" s JOIN "User" u ON u."id" = s."userId"
           WHERE s."id" = $1 AND s."userId" = $2 AND s."expiresAt" > now()`,
    values: [sessionId, userId],
  })
  const row = rows[0]
  if (!row) return null
  const { id, name, email, demo, siteOwner } = row
  return {
    actor: { userId: id, name, siteOwner, at: new Date(), memberships: row.memberships ?? [] },
    sessionId,
    email,
    demo,
  }
}

async function viewerFrom(jar: Map<string, string>): Promise<Viewer | null> {
  const token = tokenFrom(jar)
  if (!token) return null
  const claims = await readToken(token)
  if (!claims) return null
  return loadViewer(claims.sessionId, claims.userId)
}

/** For pages and actions: who is signed in, once per request; null for nobody. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies()
  return viewerFrom(new Map(jar.getAll().map((c) => [c.name, c.value])))
})

/** The actor of a page or action. Throws UNAUTHENTICATED. */
export async function currentActor(): Promise<Actor> {
  const viewer = await currentViewer()
  if (!viewer) throw new AppError('UNAUTHENTICATED')
  return viewer.actor
}

/** For route handlers, straight from the request: cheaper than next/headers, and usable outside a page. */
export function requestViewer(request: Request): Promise<Viewer | null> {
  const jar = new Map<string, string>()
  for (const pair of (request.headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=')
    if (at > 0) jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return viewerFrom(jar)
}
