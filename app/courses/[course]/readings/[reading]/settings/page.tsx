import type { Metadata } from 'next'
import Link from 'next/link'
import { PlaceAndShow } from '@/components/reading-settings/place-and-show'
import { SettingsForm } from '@/components/reading-settings/settings-form'
import { Page } from '@/components/ui/page'
import { readingSettings } from '@/lib/readings/settings'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'About a reading' }

export default async function ReadingSettingsPage({
  params,
}: {
  params: Promise<{ course: string; reading: string }>
}) {
  const { course: slug, reading: name } = await params
  const { actor, course } = await coursePage(slug)
  const reading = await forPage(readingSettings(actor, course, name))
  const path = `/courses/${course.slug}/readings`
  return (
    <Page
      eyebrow={
        <>
          <Link href={path}>Read</Link> · <Link href={`${path}/${name}/1`}>{reading.title}</Link>
        </>
      }
      title="Dates and questions"
      lede={
        reading.published
          ? 'When each section is discussed, and what the class is asked under it.'
          : 'The class does not see this reading. Its notes are kept.'
      }
      actions={<PlaceAndShow reading={reading} />}
    >
      <SettingsForm reading={reading} clocks={course.timeZone} />
    </Page>
  )
}
