import type { Metadata } from 'next'
import Link from 'next/link'
import { EvidenceFormView } from '@/components/explanations/edit/evidence-form'
import { Page } from '@/components/ui/page'
import { evidenceForm } from '@/lib/explanations/edit-queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Edit an observation' }

type Props = {
  params: Promise<{ course: string; evidence: string }>
  searchParams: Promise<{ section?: string; at?: string; version?: string }>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Words chosen in the reading room: `?section=…&at=120-180&version=1`. */
function chosenIn({ section = '', at = '', version = '' }: Awaited<Props['searchParams']>) {
  const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(at) ?? []
  if (!UUID.test(section) || !start || !end || !/^\d{1,6}$/.test(version)) return null
  if (Number(start) >= Number(end)) return null
  return { sectionId: section, start: Number(start), end: Number(end), version: Number(version) }
}

export default async function EditEvidenceRoute({ params, searchParams }: Props) {
  const { course: slug, evidence } = await params
  const { actor, course } = await coursePage(slug)
  const code = evidence === 'new' ? null : evidence
  const form = await forPage(evidenceForm(actor, course.id, code, chosenIn(await searchParams)))
  const base = `/courses/${course.slug}/explain/matrix`
  return (
    <Page
      eyebrow={
        <Link href={`${base}/edit`} className="hover:text-ink">
          Edit the evidence matrix
        </Link>
      }
      title={code === null ? 'A new observation' : `Edit ${form.fields.code}`}
    >
      <EvidenceFormView
        key={`${form.id} ${form.chosen?.start}`}
        form={form}
        courseId={course.id}
        member={course.viewer.memberId}
        base={base}
      />
    </Page>
  )
}
