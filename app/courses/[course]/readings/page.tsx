import type { Metadata } from 'next'
import { DraftList } from '@/components/import/draft-list'
import { ReadingList } from '@/components/reader/reading-list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { waitingByReading } from '@/lib/discussion/placements'
import { may } from '@/lib/policy'
import { listDrafts } from '@/lib/readings/drafts/queries'
import { listReadings } from '@/lib/readings/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Read' }

export default async function ReadingsPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const edits = may(actor, 'reading.edit', course.id)
  const [readings, waiting, drafts] = await forPage(
    Promise.all([
      listReadings(actor, course.id),
      waitingByReading(actor, course.id),
      edits ? listDrafts(actor, course.id) : [],
    ]),
  )
  const importing = `/courses/${course.slug}/readings/import`
  return (
    <Page
      eyebrow={course.term}
      title="Read"
      actions={edits ? <ButtonLink href={importing}>Import a reading</ButtonLink> : null}
      lede="One section a page. Select words to write in the margin; the class reads along."
    >
      {readings.length === 0 ? (
        <Empty title="No readings yet">
          {edits
            ? 'Import a file or paste a text. It becomes sections that the class annotates together.'
            : 'The instructor adds readings. Each becomes sections that the class annotates together.'}
        </Empty>
      ) : (
        readings.map((reading) => (
          <ReadingList
            key={reading.id}
            course={course}
            reading={reading}
            waiting={waiting.get(reading.id) ?? 0}
            revisable={edits}
          />
        ))
      )}
      <DraftList course={course} drafts={drafts} />
    </Page>
  )
}
