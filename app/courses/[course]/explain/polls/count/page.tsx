import type { Metadata } from 'next'
import Link from 'next/link'
import { CountFileForm } from '@/components/polls/count-file-form'
import { Page } from '@/components/ui/page'
import { openSeries } from '@/lib/polls/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Count a file' }

type Props = { params: Promise<{ course: string }> }

export default async function CountFileRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  // For staff alone, as opening a vote is.
  await forPage(openSeries(actor, course.id))
  const base = `/courses/${course.slug}/explain`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Explain
        </Link>
      }
      title="Count a file"
      lede="Ballots that were cast elsewhere, as BLT, ABIF or CSV, counted and explained like those cast here."
    >
      <CountFileForm courseId={course.id} base={base} />
    </Page>
  )
}
