import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { Charts } from '@/components/grading/desk/charts'
import { DeskNav } from '@/components/grading/desk/desk-nav'
import { DueSoon } from '@/components/grading/desk/due-soon'
import { LiveThings } from '@/components/grading/desk/live-things'
import { QuestionList } from '@/components/grading/desk/question-list'
import { Quiet } from '@/components/grading/desk/quiet'
import { Reports } from '@/components/grading/desk/reports'
import { PageSkeleton } from '@/components/grading/skeleton'
import { Page, Section } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import { deskCharts } from '@/lib/grading/desk/charts'
import { desk } from '@/lib/grading/desk/today'
import { type Actor, may } from '@/lib/policy'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Desk' }

async function Today({ actor, course }: { actor: Actor; course: CourseFrame }) {
  const [today, charts] = await forPage(
    Promise.all([desk(actor, course.id), deskCharts(actor, course.id, course.timeZone)]),
  )
  const { live, due, questions, moreQuestions, reports, quiet, students, quietDays } = today
  const now = actor.at.getTime()
  return (
    <>
      {reports.length ? <Reports reports={reports} now={now} timeZone={course.timeZone} /> : null}
      <div className="grid gap-x-12 md:grid-cols-2">
        <LiveThings items={live} />
        <DueSoon items={due} timeZone={course.timeZone} />
      </div>
      <Section
        title="Unanswered questions"
        sub="Questions that nobody but their author has replied to and nobody has resolved. Those that most of the class have come first."
      >
        <QuestionList
          questions={questions}
          now={now}
          timeZone={course.timeZone}
          empty="Every question has an answer."
        />
        {moreQuestions ? <p className="mt-3 text-13 text-ink-3">And {moreQuestions} more.</p> : null}
      </Section>
      <Quiet
        members={quiet}
        {...{ students, days: quietDays, now, timeZone: course.timeZone }}
        base={`/courses/${course.slug}/desk/members`}
      />
      <Charts charts={charts} students={students} />
    </>
  )
}

export default async function DeskPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  // Before anything is sent: what is streamed later cannot change the status.
  if (!may(actor, 'desk.view', course.id)) notFound()
  return (
    <Page eyebrow={course.term} title="Desk" lede="What wants you today.">
      <DeskNav slug={course.slug} />
      <Suspense fallback={<PageSkeleton />}>
        <Today actor={actor} course={course} />
      </Suspense>
    </Page>
  )
}
