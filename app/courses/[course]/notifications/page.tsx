import type { Metadata } from 'next'
import { DigestChoice } from '@/components/notifications/digest-choice'
import { MarkAllRead, NoticeList } from '@/components/notifications/notice-list'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { notificationsPage } from '@/lib/notifications/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Notifications' }

type Props = { params: Promise<{ course: string }> }

export default async function NotificationsRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const page = await forPage(notificationsPage(actor, course.id))
  return (
    <Page title="Notifications" actions={page.unread ? <MarkAllRead courseId={course.id} /> : null}>
      {page.notices.length ? (
        <NoticeList notices={page.notices} now={Date.now()} timeZone={course.timeZone} />
      ) : (
        <Empty title="Nothing yet">
          When somebody replies in a thread that you follow or names you with @, it is here. You follow what
          you write in; any thread can be followed or left by its menu.
        </Empty>
      )}
      <Section title="By e-mail">
        <div className="max-w-[20rem]">
          <DigestChoice courseId={course.id} digest={page.digest} />
        </div>
      </Section>
    </Page>
  )
}
