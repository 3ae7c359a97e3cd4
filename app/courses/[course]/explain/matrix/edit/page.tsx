import type { Metadata } from 'next'
import Link from 'next/link'
import { EditColumns } from '@/components/explanations/edit/columns'
import { EditRows } from '@/components/explanations/edit/rows'
import { ButtonLink } from '@/components/ui/button'
import { Page, Section } from '@/components/ui/page'
import { matrixSource } from '@/lib/explanations/edit-queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Edit the evidence matrix' }

type Props = { params: Promise<{ course: string }> }

export default async function EditMatrixRoute({ params }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const { explanations, evidence } = await forPage(matrixSource(actor, course.id))
  const base = `/courses/${course.slug}/explain/matrix`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Evidence matrix
        </Link>
      }
      title="Edit the evidence matrix"
      lede="Ratings and discussions stay with their rows and columns, wherever you move them."
    >
      <Section title="Explanations" sub="One a column. Their order gives them their colours, in every plot.">
        <EditColumns explanations={explanations} courseId={course.id} member={course.viewer.memberId} />
      </Section>
      <Section
        title="Observations"
        sub="One a row. A benched row is listed below the table; what was rated in it is kept."
        actions={
          <ButtonLink look="main" href={`${base}/edit/new`}>
            Add an observation
          </ButtonLink>
        }
      >
        <EditRows rows={evidence} courseId={course.id} base={base} />
      </Section>
    </Page>
  )
}
