import type { Metadata } from 'next'
import { ReadingList } from '@/components/reader/reading-list'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { waitingByReading } from '@/lib/discussion/placements'
import { listReadings } from '@/lib/readings/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Read' }

export default async function ReadingsPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const [readings, waiting] = await forPage(
    Promise.all([listReadings(actor, course.id), waitingByReading(actor, course.id)]),
  )
  return (
    <Page
      eyebrow={course.term}
      title="Read"
      lede="One section a page. Select words to write in the margin; the class reads along."
    >
      {readings.length === 0 ? (
        <Empty title="No readings yet">
          The instructor adds readings. Each becomes sections that the class annotates together.
        </Empty>
      ) : (
        readings.map((reading) => (
          <ReadingList
            key={reading.id}
            course={course}
            reading={reading}
            waiting={waiting.get(reading.id) ?? 0}
          />
        ))
      )}
    </Page>
  )
}
