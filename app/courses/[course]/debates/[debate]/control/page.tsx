import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Control } from '@/components/debates/session/control/control'
import { SessionRoom } from '@/components/debates/session/session-room'
import { Notice } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { peopleOf, sessionPage } from '@/lib/debates/session/queries'
import { coursePage, forPage } from '@/lib/server/page'

type Props = { params: Promise<{ course: string; debate: string }> }

export const metadata: Metadata = { title: 'Run the session' }

export default async function ControlPage({ params }: Props) {
  const { course: courseSlug, debate: debateSlug } = await params
  const { actor, course } = await coursePage(courseSlug)
  const page = await forPage(sessionPage(actor, course.id, debateSlug))
  if (!page.can.control) notFound()
  const people = await forPage(peopleOf(actor, course.id, page))
  const path = `/courses/${course.slug}/debates/${page.debate.slug}`
  return (
    <SessionRoom courseSlug={course.slug} page={page}>
      <Page
        eyebrow={
          <Link href={path} className="hover:underline">
            The debate
          </Link>
        }
        title={<span className="block text-16 sm:text-19">{page.debate.motion}</span>}
      >
        {page.debate.closed ? (
          <div className="mt-6">
            <Notice>This debate is closed. Its session can be read, not run.</Notice>
          </div>
        ) : null}
        {page.phases.length === 0 ? (
          <div className="mt-6">
            <Notice tone="warn">
              The debate has no phases yet.{' '}
              <Link href={`${path}/edit`} className="text-accent underline underline-offset-2">
                Add them
              </Link>
              , and the session can begin.
            </Notice>
          </div>
        ) : null}
        <Control people={people} />
      </Page>
    </SessionRoom>
  )
}
