import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { preload } from 'react-dom'
import { notesUrl } from '@/components/reader/note-client'
import { Reader } from '@/components/reader/reader'
import { sectionPage } from '@/lib/readings/queries'
import { coursePage, forPage } from '@/lib/server/page'

type Props = {
  params: Promise<{ course: string; reading: string; section: string }>
  searchParams: Promise<{ note?: string; at?: string }>
}

const load = cache(async (slug: string, reading: string, section: string) => {
  const { actor, course } = await coursePage(slug)
  if (!/^[1-9]\d{0,3}$/.test(section)) notFound()
  return { course, page: await forPage(sectionPage(actor, course.id, reading, Number(section))) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, reading, section } = await params
  return { title: (await load(course, reading, section)).page.section.heading }
}

/** "120-180" as a span of the section's text. */
function asSpan(text: string | undefined): { start: number; end: number } | null {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(text ?? '') ?? []
  return start && end && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null
}

export default async function SectionRoute({ params, searchParams }: Props) {
  const { course: slug, reading, section } = await params
  const { note, at } = await searchParams
  const { course, page } = await load(slug, reading, section)
  // The notes are on their way before any script has run.
  preload(notesUrl(course.slug, page.section.id), { as: 'fetch', crossOrigin: 'anonymous' })
  return (
    <Reader
      // a new version of the text is a new page: no offset of the old one may be left
      key={`${page.section.id}:${page.section.version}`}
      course={course}
      page={page}
      now={Date.now()}
      noteId={note ?? null}
      passage={asSpan(at)}
    />
  )
}
