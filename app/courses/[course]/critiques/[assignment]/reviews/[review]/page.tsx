import type { Metadata } from 'next'
import Link from 'next/link'

import { PdfHint, PdfLink } from '@/components/critiques/pdf-link'
import { DeclineButton } from '@/components/critiques/reviews/decline-button'
import { ReadOwnReview } from '@/components/critiques/reviews/read-own'
import { AuthorsReply } from '@/components/critiques/reviews/reply'
import { ReviewWriter } from '@/components/critiques/reviews/review-writer'
import { ReviewsDue } from '@/components/critiques/reviews/reviews-due'
import { StateChip } from '@/components/critiques/reviews/task-list'
import { SafeHtml } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { reviewPage } from '@/lib/critiques/reviews/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Review a critique' }

type Props = { params: Promise<{ course: string; assignment: string; review: string }> }

export default async function ReviewPage({ params }: Props) {
  const { course: slug, assignment, review } = await params
  const { actor, course } = await coursePage(slug)
  const page = await forPage(reviewPage(actor, course.id, assignment, review))
  const list = `/courses/${course.slug}/critiques/${assignment}/reviews`
  const { head, template, examplesLeft, can } = page
  const waits = examplesLeft > 0 && head.open
  return (
    <Page
      wide
      eyebrow={
        <Link href={list} className="hover:text-ink">
          {head.title}: reviews
        </Link>
      }
      title={page.author ? `Review the critique by ${page.author}` : 'Review a critique'}
      actions={
        <div className="flex flex-wrap gap-2 print:hidden">
          {can.decline ? <DeclineButton head={head} reviewKey={page.key} done={list} /> : null}
          {waits ? null : <PdfLink href={`/api/reviews/${head.assignmentId}/${page.key}/pdf`} />}
        </div>
      }
    >
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
        <StateChip state={page.state} />
        {template.title}
        {head.released ? null : (
          <span>
            reviews <ReviewsDue dueAt={head.dueAt} now={actor.at} timeZone={course.timeZone} />
          </span>
        )}
      </p>
      {waits ? null : (
        <PdfHint html={[...page.fields.map((field) => field.html), page.replyHtml, page.responseHtml]} />
      )}
      {waits ? (
        <div className="mt-6 grid gap-4 justify-items-start">
          <Notice tone="warn">
            {examplesLeft === 1 ? 'There is an example' : `There are ${examplesLeft} examples`} to score
            before you review.
          </Notice>
          <ButtonLink look="main" href={list}>
            Score the examples
          </ButtonLink>
        </div>
      ) : can.write ? (
        <ReviewWriter page={page} done={list} />
      ) : (
        <>
          {page.responseHtml ? (
            <Section title="The author’s response">
              <SafeHtml html={page.responseHtml} className="prose-serif measure" />
            </Section>
          ) : null}
          <ReadOwnReview page={page} />
          <AuthorsReply html={page.replyHtml} own={false} />
        </>
      )}
    </Page>
  )
}
