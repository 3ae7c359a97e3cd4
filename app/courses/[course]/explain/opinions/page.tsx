import type { Metadata } from 'next'
import Link from 'next/link'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { SurveyList } from '@/components/polls/surveys/survey-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { may } from '@/lib/policy'
import { listSurveys } from '@/lib/polls/surveys/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Opinions' }

type Props = { params: Promise<{ course: string }> }

export default async function OpinionsRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const surveys = await forPage(listSurveys(actor, course.id))
  const base = `/courses/${course.slug}/explain`
  const staff = may(actor, 'survey.manage', course.id)
  const opens = staff ? <ButtonLink href={`${base}/opinions/new`}>Open a survey</ButtonLink> : null
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Explain
        </Link>
      }
      title="Opinions"
      lede="Short statements to agree or disagree with. From the votes, groups are found that see things alike, or it is said that there are none."
      actions={surveys.length > 0 ? opens : null}
    >
      <LiveRefresh
        course={course.slug}
        seq={course.seq}
        types={['survey.opened', 'survey.changed', 'survey.closed']}
      />
      {surveys.length > 0 ? (
        <div className="mt-8">
          <SurveyList surveys={surveys} base={base} timeZone={course.timeZone} />
        </div>
      ) : (
        <Empty title="No survey yet" action={opens}>
          A survey is a handful of statements; everybody agrees, passes or disagrees, one card at a time. When
          it closes, this room shows what sets groups apart and what unites all.
        </Empty>
      )}
    </Page>
  )
}
