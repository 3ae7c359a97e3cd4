import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { NewDebateForm } from '@/components/debates/new-debate-form'
import { Page } from '@/components/ui/page'
import { may } from '@/lib/policy'
import { coursePage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'New debate' }

export default async function NewDebatePage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  if (!may(actor, 'debate.manage', course.id)) notFound()
  const path = `/courses/${course.slug}/debates`
  return (
    <Page eyebrow={<Link href={path}>Debates</Link>} title="New debate">
      <NewDebateForm courseId={course.id} memberId={course.viewer.memberId} path={path} />
    </Page>
  )
}
