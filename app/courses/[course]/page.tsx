import { Suspense } from 'react'
import { EditCourse } from '@/components/courses/edit-course'
import { Due } from '@/components/courses/home/due'
import { Glossary } from '@/components/courses/home/glossary'
import { HomeWatch } from '@/components/courses/home/home-watch'
import { LiveNow } from '@/components/courses/home/live-now'
import { Meetings } from '@/components/courses/home/meetings'
import { News } from '@/components/courses/home/news'
import { Step } from '@/components/courses/home/step'
import { HomeSkeleton } from '@/components/courses/skeletons'
import { ReadingList } from '@/components/reader/reading-list'
import { SafeHtml } from '@/components/ui/bits'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { courseHome } from '@/lib/courses/home'
import type { CourseFrame } from '@/lib/courses/schema'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, may } from '@/lib/policy'
import { listReadings } from '@/lib/readings/queries'
import { coursePage } from '@/lib/server/page'
import { homeModel } from './home-model'

type Props = { actor: Actor; course: CourseFrame }

async function Home({ actor, course }: Props) {
  const [home, readings] = await Promise.all([courseHome(actor, course), listReadings(actor, course.id)])
  const now = actor.at.getTime()
  const { step, live, due, news } = homeModel(course, home, readings, now)
  return (
    <>
      {home.description ? (
        <SafeHtml
          html={renderMarkdown(home.description)}
          className="mt-3 font-serif text-16 sm:text-19 text-ink-2 measure"
        />
      ) : null}
      {step ? <Step step={step} /> : null}
      <div className="mt-10 grid gap-x-10 gap-y-10 md:grid-cols-3">
        <LiveNow items={live} />
        <Due items={due} timeZone={course.timeZone} now={now} />
        <News items={news} firstVisit={home.firstVisit} />
      </div>
      {readings.length === 0 ? (
        <Empty title="No readings yet">
          A reading becomes sections that the class annotates together. It appears here when it is published.
        </Empty>
      ) : (
        readings.map((reading) => <ReadingList key={reading.id} course={course} reading={reading} />)
      )}
      <Meetings meetings={home.meetings} timeZone={course.timeZone} />
      <Glossary terms={home.glossary} />
    </>
  )
}

export default async function CourseHomePage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  return (
    <Page
      eyebrow={course.term}
      title={course.title}
      actions={may(actor, 'course.edit', course.id) ? <EditCourse courseId={course.id} /> : null}
    >
      <Suspense fallback={<HomeSkeleton />}>
        <Home actor={actor} course={course} />
      </Suspense>
      <HomeWatch courseId={course.id} slug={course.slug} seq={course.seq} />
    </Page>
  )
}
