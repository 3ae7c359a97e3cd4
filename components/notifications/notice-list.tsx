'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { tellNotified } from '@/components/live/notified'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import { markAllNoticesReadAction } from '@/lib/notifications/actions'
import { happened } from '@/lib/notifications/rules'
import type { NoticeDto } from '@/lib/notifications/schema'
import { ago } from '@/lib/time'

export function MarkAllRead({ courseId }: { courseId: string }) {
  const router = useRouter()
  const [busy, start] = useTransition()
  const mark = () =>
    start(async () => {
      const result = await markAllNoticesReadAction({ courseId })
      if (!result.ok) return toast(result.message, { tone: 'bad' })
      tellNotified()
      router.refresh()
    })
  return (
    <Button onClick={mark} busy={busy}>
      Mark all as read
    </Button>
  )
}

/** Outlives the page that it is sent from. */
const markRead = (id: string): Promise<unknown> =>
  fetch(`/api/notices/${id}/read`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    keepalive: true,
  }).catch(() => null)

/** Going to the note is reading the notice. */
export function NoticeList({
  notices,
  now,
  timeZone,
}: {
  notices: NoticeDto[]
  now: number
  timeZone: string
}) {
  const opened = (notice: NoticeDto) => {
    if (!notice.read) void markRead(notice.id).then(tellNotified)
  }
  return (
    <ul className="mt-6 border-b border-rule">
      {notices.map((notice) => (
        <li key={notice.id} className="border-t border-rule">
          <Link
            href={notice.href}
            prefetch={false}
            onClick={() => opened(notice)}
            className="group grid grid-cols-[14px_1fr] gap-x-2 py-3"
          >
            <span
              aria-hidden
              className={cx('mt-[7px] size-2 rounded-full', notice.read ? 'bg-transparent' : 'bg-accent')}
            />
            <span className="min-w-0">
              <span className={cx('text-14 group-hover:text-accent', !notice.read && 'font-semibold')}>
                {happened(notice.kind, notice.author)}
                {notice.read ? null : <span className="sr-only"> (unread)</span>}
              </span>{' '}
              <time dateTime={notice.at} className="text-12 text-ink-3">
                {ago(notice.at, now, timeZone)}
              </time>
              <span className="block text-14 text-ink-2 measure wrap-anywhere">{notice.excerpt}</span>
              <span className="block text-13 text-ink-3">{notice.where}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
