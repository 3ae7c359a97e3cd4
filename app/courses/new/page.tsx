import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NewCourseForm } from '@/components/courses/new-course-form'
import { SiteBar } from '@/components/shell/site-bar'
import { Page } from '@/components/ui/page'
import { may } from '@/lib/policy'
import { pageViewer } from '@/lib/server/page'

export const metadata: Metadata = { title: 'New course' }

export default async function NewCoursePage() {
  const viewer = await pageViewer()
  if (!may(viewer.actor, 'course.create', null)) notFound()
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <>
      <SiteBar viewer={viewer} />
      <Page
        title="New course"
        lede="A title is enough to begin; everything can be changed later. You are its instructor."
      >
        <div className="mt-8 max-w-[34rem]">
          <NewCourseForm zones={zones.includes('UTC') ? zones : ['UTC', ...zones]} />
        </div>
      </Page>
    </>
  )
}
