import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { NewSurveyForm } from '@/components/polls/surveys/new-survey-form'
import { Page } from '@/components/ui/page'
import { may, memberIn } from '@/lib/policy'
import { coursePage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Open a survey' }

type Props = { params: Promise<{ course: string }> }

export default async function NewSurveyRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const member = memberIn(actor, course.id)
  if (!member || !may(actor, 'survey.manage', course.id)) notFound()
  const base = `/courses/${course.slug}/explain`
  return (
    <Page
      eyebrow={
        <Link href={`${base}/opinions`} className="hover:text-ink">
          Opinions
        </Link>
      }
      title="Open a survey"
      lede="It opens at once. Nobody sees how others vote, staff neither; groups are shown when you close it."
    >
      <NewSurveyForm courseId={course.id} memberId={member.id} base={base} />
    </Page>
  )
}
