import type { Metadata } from 'next'
import Link from 'next/link'
import { NewDebateForm } from '@/components/debates/setup/new-debate-form'
import { Page } from '@/components/ui/page'
import { FORMATS } from '@/lib/debates/rules/formats'
import { startsFrom } from '@/lib/debates/set-up/settings'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'New debate' }

export default async function NewDebatePage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const starts = await forPage(startsFrom(actor, course.id))
  const path = `/courses/${course.slug}/debates`
  return (
    <Page eyebrow={<Link href={path}>Debates</Link>} title="New debate">
      <NewDebateForm
        courseId={course.id}
        memberId={course.viewer.memberId}
        path={path}
        timeZone={course.timeZone}
        starts={starts}
        formats={FORMATS.length}
      />
    </Page>
  )
}
