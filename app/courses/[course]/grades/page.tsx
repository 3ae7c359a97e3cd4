import type { Metadata } from 'next'
import { Suspense } from 'react'
import { GradebookRoom } from '@/components/grading/marks/gradebook-room'
import { MyMarks } from '@/components/grading/marks/my-marks'
import { PageSkeleton } from '@/components/grading/skeleton'
import { Page } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import { myGrades } from '@/lib/grading/critiques/queries'
import { gradebook } from '@/lib/grading/gradebook'
import { participationOf } from '@/lib/grading/participation/queries'
import { type Actor, may } from '@/lib/policy'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Marks' }

type Props = { actor: Actor; course: CourseFrame }

async function Own({ actor, course }: Props) {
  const [grades, participation] = await forPage(
    Promise.all([myGrades(actor, course.id), participationOf(actor, course.id, course.viewer.memberId)]),
  )
  return <MyMarks course={course} grades={grades} participation={participation} now={actor.at.getTime()} />
}

async function Book({ actor, course }: Props) {
  const book = await forPage(gradebook(actor, course.id))
  return <GradebookRoom course={course} book={book} maySet={may(actor, 'scheme.edit', course.id)} />
}

export default async function GradesPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const staff = may(actor, 'gradebook.view', course.id)
  return (
    <Page eyebrow={course.term} title={staff ? 'Gradebook' : 'Your marks'} wide={staff}>
      <Suspense fallback={<PageSkeleton />}>
        {staff ? <Book actor={actor} course={course} /> : <Own actor={actor} course={course} />}
      </Suspense>
    </Page>
  )
}
