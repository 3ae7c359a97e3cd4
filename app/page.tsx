import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CourseList } from '@/components/courses/course-list'
import { SiteBar } from '@/components/shell/site-bar'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { needsOwner } from '@/lib/accounts/queries'
import { myCourses } from '@/lib/courses/queries'
import { may } from '@/lib/policy'
import { forPage, pageViewer } from '@/lib/server/page'
import { currentViewer } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Courses · Colloquy' }

export default async function CoursesPage() {
  if (!(await currentViewer()) && (await needsOwner())) redirect('/welcome')
  const viewer = await pageViewer()
  const courses = await forPage(myCourses(viewer.actor))
  const create = may(viewer.actor, 'course.create', null)
  const site = may(viewer.actor, 'site.manage', null)
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page
        title="Courses"
        actions={
          <>
            {site ? <ButtonLink href="/site">People and courses of the site</ButtonLink> : null}
            {create ? (
              <ButtonLink look={courses.length ? 'plain' : 'main'} href="/courses/new">
                New course
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {courses.length > 0 ? (
          <CourseList courses={courses} />
        ) : (
          <Empty title="You are in no course yet">
            {create
              ? 'Make one: a title is enough to begin. Then send its link to your class.'
              : 'Open the link that your instructor sent you; the course appears here.'}
          </Empty>
        )}
      </Page>
    </>
  )
}
