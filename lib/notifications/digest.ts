import 'server-only'
import { pool, type Tx, transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/queue'
import type { Actor } from '@/lib/policy'
import { digestMessage } from './message'
import { NOTICE, noticeDto, visibleNotices } from './queries'
import { unsubscribeToken } from './unsubscribe'

/** The last seven in the morning (a Monday's, for the weekly) before $1, by the course's clock. */
const LAST_MORNING = `((date_trunc(CASE WHEN m."digest" = 'WEEKLY' THEN 'week' ELSE 'day' END,
  ($1::timestamptz AT TIME ZONE c."timeZone") - interval '7 hours') + interval '7 hours') AT TIME ZONE c."timeZone")`

/**
 * Members whose digest is due: since that morning they have had none, and something from before it is still unread and
 * in no digest. Where mail leaves the house, the demo's invented people get none.
 */
const DUE = `SELECT m."id" FROM "Membership" m JOIN "Course" c ON c."id" = m."courseId" JOIN "User" u ON u."id" = m."userId"
  WHERE m."digest" <> 'OFF' AND m."removedAt" IS NULL AND NOT (u."demo" AND $2)
    AND (m."digestSentAt" IS NULL OR m."digestSentAt" < ${LAST_MORNING})
    AND EXISTS (SELECT 1 FROM "Notification" x WHERE x."membershipId" = m."id" AND x."readAt" IS NULL
      AND x."mailedAt" IS NULL AND x."createdAt" < ${LAST_MORNING})`

async function dueMembers(at: Date): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(`${DUE} ORDER BY m."id"`, [at, Boolean(env().SMTP_URL)])
  return rows.map((row) => row.id)
}

/** Holds the membership for this transaction; false when another process has it, or has written the digest already. */
async function take(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<unknown[]>(
    `${DUE} AND m."id" = $3::uuid FOR UPDATE OF m SKIP LOCKED`,
    at,
    Boolean(env().SMTP_URL),
    id,
  )
  return rows.length > 0
}

async function recipient(tx: Tx, id: string, at: Date) {
  const row = await tx.membership.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, courseId: true, role: true, groupId: true, userId: true },
      course: { select: { slug: true, title: true } },
      user: { select: { name: true, email: true, siteOwner: true } },
    },
  })
  const { course, user, userId, ...member } = row
  const actor: Actor = { userId, name: user.name, siteOwner: user.siteOwner, at, memberships: [member] }
  return { actor, member, course, user }
}

/**
 * One member's digest: the message is queued, its notices are marked as mailed and the time is noted in one
 * transaction, so that each notice is mailed once whatever process dies when. What the member may no longer see is
 * marked too, and never told.
 */
async function writeDigest(id: string, at: Date): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await take(tx, id, at))) return false
    const { actor, member, course, user } = await recipient(tx, id, at)
    // One that is written meanwhile is not among them, and waits for the next morning.
    const ids = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Notification"
      WHERE "membershipId" = ${id}::uuid AND "readAt" IS NULL AND "mailedAt" IS NULL FOR UPDATE`
    const open = { id: { in: ids.map((row) => row.id) } }
    const rows = await tx.notification.findMany({
      where: { AND: [open, visibleNotices(actor, member.courseId)] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      ...NOTICE,
    })
    await tx.notification.updateMany({ where: open, data: { mailedAt: at } })
    await tx.membership.update({ where: { id }, data: { digestSentAt: at }, select: { id: true } })
    if (rows.length === 0) return false
    const message = digestMessage({
      name: user.name,
      course: course.title,
      courseSlug: course.slug,
      notices: rows.map(noticeDto),
      site: env().NEXTAUTH_URL.replace(/\/+$/, ''),
      unsubscribeToken: unsubscribeToken(id),
    })
    await queueMail(tx, { to: user.email, ...message })
    return true
  })
}

/** Queues every digest that is due. @returns how many. */
export async function writeDigests(at: Date): Promise<number> {
  let written = 0
  for (const id of await dueMembers(at)) if (await writeDigest(id, at)) written++
  return written
}
