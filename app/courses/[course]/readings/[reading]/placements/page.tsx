import type { Metadata } from 'next'
import { PlacementList } from '@/components/reader/placement-list'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { placements } from '@/lib/discussion/placements'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Where notes belong' }

type Props = { params: Promise<{ course: string; reading: string }> }

/** The notes that a revision could not place surely: all of them for the staff, one's own for everybody else. */
export default async function PlacementsRoute({ params }: Props) {
  const { course: slug, reading } = await params
  const { actor, course } = await coursePage(slug)
  const list = await forPage(placements(actor, course.id, reading))
  return (
    <Page
      eyebrow={list.reading.title}
      title="Where notes belong"
      lede="The text was revised. Most notes followed their words; for these, a person has to say."
    >
      {list.uncertain.length + list.orphaned.length === 0 ? (
        <Empty title="Every note is at its words">
          When a revision leaves a doubt about where one of your notes belongs, it waits here for you.
        </Empty>
      ) : null}
      <PlacementList course={course} list={list} />
    </Page>
  )
}
