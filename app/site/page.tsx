import type { Metadata } from 'next'
import { SiteCourses, SitePeople } from '@/components/accounts/site-lists'
import { SiteBar } from '@/components/shell/site-bar'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { sitePeople } from '@/lib/accounts/queries'
import { siteCourses } from '@/lib/courses/queries'
import { courseIds } from '@/lib/policy'
import { forPage, pageViewer } from '@/lib/server/page'

export const metadata: Metadata = { title: 'The site' }

export default async function SitePage() {
  const viewer = await pageViewer()
  const { actor } = viewer
  const [people, courses] = await forPage(Promise.all([sitePeople(actor), siteCourses(actor)]))
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page
        eyebrow="Site owner"
        title="People and courses"
        lede="Who has an account and what is taught here. What is said in a course stays among its members."
        actions={
          <>
            <ButtonLink href="/site/outbox">Outbox</ButtonLink>
            <ButtonLink look={courses.length ? 'plain' : 'main'} href="/courses/new">
              New course
            </ButtonLink>
          </>
        }
      >
        <Section title="Courses">
          {courses.length ? (
            <SiteCourses courses={courses} mine={courseIds(actor)} />
          ) : (
            <Empty title="No course yet">Make the first one; who makes it is its instructor.</Empty>
          )}
        </Section>
        <Section title="People">
          <SitePeople people={people} />
        </Section>
      </Page>
    </>
  )
}
