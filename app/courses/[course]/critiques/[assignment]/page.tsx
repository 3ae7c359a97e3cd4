import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { StartButton } from '@/components/critiques/buttons'
import { Due, LateRuleLine } from '@/components/critiques/due'
import { OwnState } from '@/components/critiques/own-state'
import { ReviewLine } from '@/components/critiques/reviews/review-line'
import { TemplateList, TemplatePreview } from '@/components/critiques/template-choice'
import { SafeHtml } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { Empty, Notice } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { assignmentPage } from '@/lib/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

type Props = {
  params: Promise<{ course: string; assignment: string }>
  searchParams: Promise<{ template?: string | string[] }>
}

const load = cache(async (slug: string, assignment: string) => {
  const { actor, course } = await coursePage(slug)
  return { actor, course, page: await forPage(assignmentPage(actor, course.id, assignment)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, assignment } = await params
  return { title: (await load(course, assignment)).page.assignment.title }
}

export default async function AssignmentPage({ params, searchParams }: Props) {
  const { course: slug, assignment: name } = await params
  const { actor, course, page } = await load(slug, name)
  const { assignment, templates, own, can } = page
  const asked = (await searchParams).template
  const chosen = templates.find((t) => t.code === asked) ?? templates[0]
  const base = `/courses/${course.slug}/critiques/${assignment.slug}`
  return (
    <Page
      eyebrow={
        <Link href={`/courses/${course.slug}/critiques`} className="hover:text-ink">
          Critiques
        </Link>
      }
      title={assignment.title}
      actions={
        can.manage ? (
          <>
            <ButtonLink href={`${base}/reviews`}>Peer reviews</ButtonLink>
            <ButtonLink href={`/courses/${course.slug}/grades/${assignment.slug}`}>Grade</ButtonLink>
            <ButtonLink href={`${base}/edit`}>Change</ButtonLink>
          </>
        ) : null
      }
      lede={assignment.briefHtml ? <SafeHtml html={assignment.briefHtml} /> : undefined}
    >
      <p className="num mt-3 text-14 text-ink-2">
        <Due of={assignment} now={actor.at} timeZone={course.timeZone} />
      </p>
      <LateRuleLine of={assignment} again={own?.submittedAt != null} />
      {own ? (
        <div className="mt-6">
          <OwnState own={own} open={assignment.open} base={base} timeZone={course.timeZone} />
        </div>
      ) : null}
      <ReviewLine reviewing={page.reviewing} base={base} />
      {chosen ? (
        <>
          <div className="mt-8">
            <TemplateList templates={templates} chosen={chosen.code} base={base} />
          </div>
          {can.start && !own ? (
            <div className="mt-6">
              <StartButton assignmentId={assignment.id} templateId={chosen.id} href={`${base}/write`} />
            </div>
          ) : null}
          {!own && !assignment.open ? (
            <div className="mt-6">
              <Notice tone="warn">This is closed; no critique can be started.</Notice>
            </div>
          ) : null}
          <TemplatePreview template={chosen} single={templates.length < 2} />
        </>
      ) : (
        <Empty title="No template yet">
          {can.manage
            ? 'A critique is written from a template. Make one first: fields with prompts and limits, and a rubric.'
            : 'The instructor has not put up a template to write from. Look in again later.'}
        </Empty>
      )}
    </Page>
  )
}
