import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PrintButton, WithdrawButton } from '@/components/critiques/buttons'
import { Follow } from '@/components/critiques/follow'
import { PdfHint, PdfLink } from '@/components/critiques/pdf-link'
import { Late } from '@/components/critiques/read/late'
import { AuthorsResponse, History, Reviews, Words } from '@/components/critiques/read/sections'
import { OwnMark } from '@/components/grading/marks/own-mark'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { critiquePage } from '@/lib/critiques/queries'
import type { CritiquePage } from '@/lib/critiques/schema'
import { myGrades } from '@/lib/grading/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'
import { shortDate } from '@/lib/time'

export const metadata: Metadata = { title: 'Critique' }

type Props = {
  params: Promise<{ course: string; assignment: string; critique: string }>
  searchParams: Promise<{ submission?: string | string[] }>
}

const TITLES = {
  AUTHOR: () => 'Your critique',
  STAFF: (author: string) => `Critique by ${author}`,
}

const HEARS = {
  AUTHOR: ['review.released'],
  STAFF: [
    ...['critique.submitted', 'critique.withdrawn', 'review.submitted', 'review.answered'],
    ...['review.moderated', 'review.rated'],
  ],
}

/** Undefined for none, so that the latest is shown; NaN finds no submission. */
const asked = (value: string | string[] | undefined): number | undefined =>
  value === undefined ? undefined : Number(value)

/** All the prose that a file of the page holds. */
const onPaper = ({ shown, reviews, responseHtml }: CritiquePage): string[] => [
  ...(shown?.fields ?? []).map((field) => field.html),
  ...reviews.flatMap((r) => [
    r.html,
    r.replyHtml,
    ...Object.values(r.comments),
    ...r.remarks.map((remark) => remark.html),
  ]),
  responseHtml,
]

function Actions({ page, base }: { page: CritiquePage; base: string }) {
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      {page.can.write ? (
        <ButtonLink look={page.state === 'SUBMITTED' ? 'plain' : 'main'} href={`${base}/write`}>
          {page.state === 'DRAFT' ? 'Continue writing' : 'Revise'}
        </ButtonLink>
      ) : null}
      {page.can.withdraw ? <WithdrawButton id={page.id} /> : null}
      {page.shown ? (
        <>
          <PrintButton />
          <PdfLink href={`/api/critiques/${page.id}/pdf?submission=${page.shown.number}`} />
        </>
      ) : null}
    </div>
  )
}

function Standing({ page }: { page: CritiquePage }): ReactNode {
  if (page.viewer !== 'AUTHOR' || page.state === 'SUBMITTED') return null
  const taken = page.shown
    ? 'Withdrawn: it is a draft again, and you alone can read it.'
    : 'Not submitted yet.'
  return (
    <div className="mt-5 print:hidden">
      <Notice tone="warn">
        {page.state === 'DRAFT' ? taken : 'You have written on since. Submit again to put the newer text in.'}
      </Notice>
    </div>
  )
}

export default async function ReadCritiquePage({ params, searchParams }: Props) {
  const { course: slug, assignment: name, critique } = await params
  const { actor, course } = await coursePage(slug)
  const submission = asked((await searchParams).submission)
  const at = { assignment: name, id: critique, submission }
  const page = await forPage(critiquePage(actor, course.id, at))
  const grades = page.viewer === 'AUTHOR' ? await myGrades(actor, course.id) : []
  const { timeZone } = course
  const base = `/courses/${course.slug}/critiques/${name}`
  const { shown, template } = page
  return (
    <Page
      eyebrow={
        <Link href={page.viewer === 'STAFF' ? `/courses/${slug}/critiques` : base}>
          {page.assignment.title}
        </Link>
      }
      title={TITLES[page.viewer](page.author)}
      actions={<Actions page={page} base={base} />}
    >
      <p className="mt-2 text-13 text-ink-2">
        {template.title}
        {shown
          ? ` · submission ${shown.number}, ${shortDate(shown.at, timeZone)} · ${shown.words} of ${template.wordLimit} words`
          : null}
        <Late page={page} />
      </p>
      <OwnMark grades={grades} critiqueId={page.id} href={`/courses/${course.slug}/grades`} />
      {shown ? <PdfHint html={onPaper(page)} /> : null}
      <Standing page={page} />
      <Words page={page} />
      <Reviews page={page} timeZone={timeZone} />
      <AuthorsResponse page={page} />
      <History page={page} timeZone={timeZone} base={`${base}/${page.id}`} />
      <Follow slug={slug} after={course.seq} types={HEARS[page.viewer]} />
    </Page>
  )
}
