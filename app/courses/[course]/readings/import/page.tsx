import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { DraftList } from '@/components/import/draft-list'
import { Importer } from '@/components/import/importer'
import { Page } from '@/components/ui/page'
import { may } from '@/lib/policy'
import { listDrafts } from '@/lib/readings/drafts/queries'
import { LIMITS, megabytes } from '@/lib/readings/import/limits'
import { TOO_LARGE } from '@/lib/readings/import-jobs/commands'
import { runningImports } from '@/lib/readings/import-jobs/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Import a reading' }

type Props = { params: Promise<{ course: string }>; searchParams: Promise<{ job?: string }> }

const LIMIT = {
  bytes: LIMITS.fileBytes,
  refusal: TOO_LARGE,
  formats: 'PDF, Word (.docx), EPUB, web page (.html), JATS XML, Markdown or plain text.',
  limits: `Up to ${megabytes(LIMITS.fileBytes)} and ${LIMITS.pages.toLocaleString('en-GB')} pages. Pages that are pictures need text recognition first. Nothing in the file is run, and nothing that it names is loaded.`,
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  if (!may(actor, 'reading.edit', course.id)) notFound()
  const { job } = await searchParams
  const [running, drafts] = await forPage(
    Promise.all([runningImports(actor, course.id), listDrafts(actor, course.id)]),
  )
  const path = `/courses/${course.slug}/readings`
  const watched = z.uuid().safeParse(job).data ?? null
  return (
    <Page
      eyebrow={<Link href={path}>Read</Link>}
      title="Import a reading"
      lede="The file is read into sections. You look them over beside the text, change what is wrong, and publish."
    >
      <Importer course={course.slug} jobId={watched} limit={LIMIT} />
      {watched === null && running.length > 0 ? (
        <ul className="mt-8 grid gap-1 text-14">
          {running.map(({ id, fileName }) => (
            <li key={id}>
              <a className="text-accent underline" href={`?job=${id}`}>
                {fileName}
              </a>{' '}
              is being read.
            </li>
          ))}
        </ul>
      ) : null}
      <DraftList course={course} drafts={drafts} />
    </Page>
  )
}
