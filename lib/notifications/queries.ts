import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, authoriseMember, memberIn, visibleNotes, visibleSections } from '@/lib/policy'
import { gist } from './rules'
import type { NoticeDto, NotificationsPage } from './schema'

const MOST = 100

/**
 * What concerns the actor and is still theirs to see: not of a note that was deleted, made private or moved out of
 * their sight since.
 */
export const visibleNotices = (actor: Actor, courseId: string): Prisma.NotificationWhereInput => ({
  membershipId: memberIn(actor, courseId)?.id ?? '',
  note: { AND: [{ deletedAt: null, section: visibleSections(actor) }, visibleNotes(actor)] },
})

export const NOTICE = {
  select: {
    ...{ id: true, kind: true, createdAt: true, readAt: true },
    note: {
      select: {
        ...{ id: true, body: true, exact: true },
        author: { select: { user: { select: { name: true } } } },
        course: { select: { slug: true } },
        section: {
          select: { position: true, heading: true, reading: { select: { slug: true, title: true } } },
        },
      },
    },
  },
} as const satisfies { select: Prisma.NotificationSelect }

export function noticeDto(row: Prisma.NotificationGetPayload<typeof NOTICE>): NoticeDto {
  const { note } = row
  const { section } = note
  return {
    id: row.id,
    kind: row.kind,
    author: note.author.user.name,
    excerpt: gist(note.body, note.exact),
    where: `${section.reading.title}, ${section.position}. ${section.heading}`,
    href: `/courses/${note.course.slug}/readings/${section.reading.slug}/${section.position}?note=${note.id}`,
    at: row.createdAt.toISOString(),
    read: row.readAt !== null,
  }
}

/** What concerns the actor in this course, the newest first. */
export async function notificationsPage(actor: Actor, courseId: string): Promise<NotificationsPage> {
  const member = authoriseMember(actor, 'course.view', courseId)
  const [rows, unread, own] = await Promise.all([
    db.notification.findMany({
      where: visibleNotices(actor, courseId),
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: MOST,
      ...NOTICE,
    }),
    unreadCount(actor, courseId),
    db.membership.findUnique({ where: { id: member.id }, select: { digest: true } }),
  ])
  if (!own) throw new AppError('NOT_FOUND')
  return { notices: rows.map(noticeDto), unread, digest: own.digest }
}

export async function unreadCount(actor: Actor, courseId: string): Promise<number> {
  authoriseMember(actor, 'course.view', courseId)
  return db.notification.count({ where: { AND: [{ readAt: null }, visibleNotices(actor, courseId)] } })
}
