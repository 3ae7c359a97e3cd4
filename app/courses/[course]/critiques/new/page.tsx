import type { Metadata } from 'next'
import Link from 'next/link'
import { AssignmentForm } from '@/components/critiques/set-up/assignment-form'
import { Page } from '@/components/ui/page'
import { assignmentSetUp } from '@/lib/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Set a critique' }

export default async function NewAssignmentRoute({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const setUp = await forPage(assignmentSetUp(actor, course.id))
  const base = `/courses/${course.slug}/critiques`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Critiques
        </Link>
      }
      title="Set a critique"
    >
      <AssignmentForm courseId={course.id} timeZone={course.timeZone} setUp={setUp} base={base} />
    </Page>
  )
}
