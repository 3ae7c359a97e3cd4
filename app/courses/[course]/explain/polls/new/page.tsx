import type { Metadata } from 'next'
import Link from 'next/link'
import { NewPollForm } from '@/components/polls/new-poll-form'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { listExplanations } from '@/lib/explanations/queries'
import { openSeries } from '@/lib/polls/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Open a vote' }

type Props = { params: Promise<{ course: string }> }

export default async function NewPollRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const [series, explanations] = await forPage(
    Promise.all([openSeries(actor, course.id), listExplanations(actor, course.id)]),
  )
  const base = `/courses/${course.slug}/explain`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Explain
        </Link>
      }
      title="Open a vote"
      lede="It opens at once. Ballots are secret: you will see who has voted, nobody sees how."
      actions={<ButtonLink href={`${base}/polls/count`}>Count a file</ButtonLink>}
    >
      <NewPollForm
        courseId={course.id}
        base={base}
        series={series}
        explanations={explanations.map(({ code, shortName }) => ({ code, shortName }))}
      />
    </Page>
  )
}
