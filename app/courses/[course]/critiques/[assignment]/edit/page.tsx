import type { Metadata } from 'next'
import Link from 'next/link'
import { AssignmentForm } from '@/components/critiques/set-up/assignment-form'
import { Extensions } from '@/components/critiques/set-up/extensions'
import { Page, Section } from '@/components/ui/page'
import { assignmentSetUp } from '@/lib/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Change an assignment' }

type Props = { params: Promise<{ course: string; assignment: string }> }

export default async function EditAssignmentRoute({ params }: Props) {
  const { course: slug, assignment: name } = await params
  const { actor, course } = await coursePage(slug)
  const setUp = await forPage(assignmentSetUp(actor, course.id, name))
  const base = `/courses/${course.slug}/critiques`
  const { timeZone } = course
  return (
    <Page
      eyebrow={
        <Link href={`${base}/${name}`} className="hover:text-ink">
          {setUp.assignment?.title}
        </Link>
      }
      title="Change the assignment"
    >
      <AssignmentForm courseId={course.id} timeZone={timeZone} setUp={setUp} base={base} />
      {setUp.assignment?.due ? (
        <Section
          title="Extensions"
          sub="A later deadline for one student. They are told, and nobody else but the staff."
        >
          <Extensions assignmentId={setUp.assignment.id} timeZone={timeZone} setUp={setUp} />
        </Section>
      ) : null}
    </Page>
  )
}
