import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormulaForm } from '@/components/grading/marks/formula-form'
import { Page } from '@/components/ui/page'
import { schemePage } from '@/lib/grading/participation/queries'
import { may } from '@/lib/policy'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Participation formula' }

const LEDE =
  'Choose what counts, how many points each part gives, and how much earns all of them. Below that it is in proportion; above, nothing more.'

export default async function FormulaPage({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  if (!may(actor, 'scheme.edit', course.id)) notFound()
  const { scheme, sections } = await forPage(schemePage(actor, course.id))
  return (
    <Page eyebrow="Gradebook" title="Participation formula" lede={LEDE}>
      <FormulaForm
        courseId={course.id}
        scheme={scheme}
        sections={sections}
        back={`/courses/${course.slug}/grades`}
      />
    </Page>
  )
}
