import type { Metadata } from 'next'
import { SessionRoom } from '@/components/debates/session/session-room'
import { Stage } from '@/components/debates/session/stage/stage'
import { forStage, sessionPage } from '@/lib/debates/session/queries'
import { coursePage, forPage } from '@/lib/server/page'

type Props = { params: Promise<{ course: string; debate: string }> }

export const metadata: Metadata = { title: 'The room’s screen' }

export default async function StagePage({ params }: Props) {
  const { course: courseSlug, debate } = await params
  const { actor, course } = await coursePage(courseSlug)
  const page = await forPage(sessionPage(actor, course.id, debate))
  return (
    <SessionRoom courseSlug={course.slug} page={forStage(page)}>
      <Stage />
    </SessionRoom>
  )
}
