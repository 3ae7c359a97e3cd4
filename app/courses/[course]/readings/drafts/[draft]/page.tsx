import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { DraftEditor } from '@/components/editor/draft-editor'
import { Page } from '@/components/ui/page'
import { publishRevisionAction } from '@/lib/discussion/actions'
import { deleteDraftAction, publishDraftAction } from '@/lib/readings/drafts/actions'
import { draftOf } from '@/lib/readings/drafts/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Draft of a reading' }

export default async function DraftPage({ params }: { params: Promise<{ course: string; draft: string }> }) {
  const { course: slug, draft: id } = await params
  const { actor, course } = await coursePage(slug)
  if (!z.uuid().safeParse(id).success) notFound()
  const draft = await forPage(draftOf(actor, id, course.id))
  const path = `/courses/${course.slug}/readings`
  return (
    <Page
      wide
      eyebrow={
        <>
          <Link href={path}>Read</Link> · <Link href={`${path}/import`}>Import</Link>
        </>
      }
      title="Look it over"
      lede="Choose a section, then a paragraph by its number, to change it. Nobody but the staff sees it before you publish."
    >
      <div className="mt-6">
        <DraftEditor
          draft={draft}
          path={path}
          verb={draft.readingId ? 'Publish the revision' : 'Publish'}
          publish={draft.readingId ? publishRevisionAction : publishDraftAction}
          remove={deleteDraftAction}
        />
      </div>
    </Page>
  )
}
