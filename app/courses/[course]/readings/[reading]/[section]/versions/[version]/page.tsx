import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EarlierText } from '@/components/reader/earlier-text'
import { ButtonLink } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { wordsInVersion } from '@/lib/discussion/placements'
import { earlierVersion } from '@/lib/readings/versions'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

type Props = {
  params: Promise<{ course: string; reading: string; section: string; version: string }>
  searchParams: Promise<{ note?: string }>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function load({ params }: Props) {
  const { course: slug, reading, section, version } = await params
  const { actor, course } = await coursePage(slug)
  if (![section, version].every((n) => /^[1-9]\d{0,3}$/.test(n))) notFound()
  const text = await forPage(earlierVersion(actor, course.id, reading, Number(section), Number(version)))
  return { actor, course, text, address: `/courses/${slug}/readings/${reading}/${section}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { text } = await load(props)
  return { title: `${text.heading}, version ${text.version}` }
}

/** A section as it was before a revision; with `?note=`, the words that the note was about. */
export default async function VersionRoute(props: Props) {
  const { actor, course, text, address } = await load(props)
  const { note } = await props.searchParams
  const words = note && UUID.test(note) ? await wordsInVersion(actor, note, text) : null
  return (
    <Page
      eyebrow={text.reading}
      title={text.heading}
      lede={`Version ${text.version}, which was the text until ${longDate(text.until, course.timeZone)}. The class reads version ${text.current} now.`}
      actions={
        <ButtonLink href={note ? `${address}?note=${note}` : address}>Read it as it is now</ButtonLink>
      }
    >
      <EarlierText html={text.html} words={words} />
    </Page>
  )
}
