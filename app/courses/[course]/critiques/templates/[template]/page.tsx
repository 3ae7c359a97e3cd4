import type { Metadata } from 'next'
import Link from 'next/link'
import { TemplateEditor } from '@/components/critiques/templates/editor'
import { Notice } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { templatePage } from '@/lib/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Template' }

type Props = { params: Promise<{ course: string; template: string }> }

export default async function TemplateRoute({ params }: Props) {
  const { course: slug, template: id } = await params
  const { actor, course } = await coursePage(slug)
  const { template, draft, inUse, archived } = await forPage(templatePage(actor, course.id, id))
  const base = `/courses/${course.slug}/critiques/templates`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Templates
        </Link>
      }
      title={template.title}
    >
      {archived || inUse ? (
        <div className="mt-5">
          <Notice tone="warn">
            {archived ? 'It is archived: nobody can begin with it. ' : null}
            {inUse
              ? 'Critiques were begun with it, and it never changes under a writer: saving makes a copy that takes its place for those who begin from now on.'
              : null}
          </Notice>
        </div>
      ) : null}
      <TemplateEditor courseId={course.id} id={template.id} draft={draft} back={base} />
    </Page>
  )
}
