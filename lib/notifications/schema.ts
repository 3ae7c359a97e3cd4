import { z } from 'zod'

export const NotificationId = z.object({ id: z.uuid() })
export type NotificationId = z.output<typeof NotificationId>

export const InCourse = z.object({ courseId: z.uuid() })
export type InCourse = z.output<typeof InCourse>

export const DIGESTS = ['OFF', 'DAILY', 'WEEKLY'] as const
export const SetDigest = InCourse.extend({ digest: z.enum(DIGESTS) })
export type SetDigest = z.output<typeof SetDigest>

export type NoticeKind = 'REPLY' | 'MENTION' | 'RESOLVED' | 'PLACEMENT'

/** Something that concerns one person: what happened, to which note, where. */
export type NoticeDto = {
  id: string
  kind: NoticeKind
  /** Who wrote the note. */
  author: string
  /** The beginning of what the note says. */
  excerpt: string
  /** "Reading companion, 2. The distribution of power" */
  where: string
  /** Path within the site. */
  href: string
  at: string
  read: boolean
}

export type NotificationsPage = {
  notices: NoticeDto[]
  unread: number
  digest: (typeof DIGESTS)[number]
}
