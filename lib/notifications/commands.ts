import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, memberIds } from '@/lib/policy'
import type { InCourse, NotificationId, SetDigest } from './schema'

// What somebody has seen, and how often they want mail, is their own business: none of it is an event.

export async function markNoticeRead(actor: Actor, { id }: NotificationId): Promise<{ read: true }> {
  const { count } = await db.notification.updateMany({
    where: { id, membershipId: { in: memberIds(actor) } },
    data: { readAt: actor.at },
  })
  if (count === 0) throw new AppError('NOT_FOUND')
  return { read: true }
}

export async function markAllNoticesRead(actor: Actor, { courseId }: InCourse): Promise<{ read: number }> {
  const member = authoriseMember(actor, 'course.view', courseId)
  const { count } = await db.notification.updateMany({
    where: { membershipId: member.id, readAt: null },
    data: { readAt: actor.at },
  })
  return { read: count }
}

export async function setDigest(actor: Actor, { courseId, digest }: SetDigest): Promise<{ digest: string }> {
  const member = authoriseMember(actor, 'course.view', courseId)
  await db.membership.update({ where: { id: member.id }, data: { digest }, select: { id: true } })
  return { digest }
}
