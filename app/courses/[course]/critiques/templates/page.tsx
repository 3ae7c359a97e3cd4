import type { Metadata } from 'next'
import Link from 'next/link'
import { Follow } from '@/components/critiques/follow'
import { TemplateRows } from '@/components/critiques/templates/list'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { templatesPage } from '@/lib/critiques/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Templates' }

export default async function TemplatesRoute({ params }: { params: Promise<{ course: string }> }) {
  const { actor, course } = await coursePage((await params).course)
  const { templates } = await forPage(templatesPage(actor, course.id))
  const critiques = `/courses/${course.slug}/critiques`
  const base = `${critiques}/templates`
  // the step after the first template is to use it
  const usable = templates.some((t) => !t.archived)
  const unused = usable && templates.every((t) => t.critiques === 0)
  return (
    <Page
      eyebrow={
        <Link href={critiques} className="hover:text-ink">
          Critiques
        </Link>
      }
      title="Templates"
      lede="What a critique asks, field by field, and how it is read."
      actions={
        <>
          <ButtonLink look={unused ? 'plain' : 'main'} href={`${base}/new`}>
            New template
          </ButtonLink>
          {usable ? (
            <ButtonLink look={unused ? 'main' : 'plain'} href={`${critiques}/new`}>
              Set a critique
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="mt-8">
        {templates.length > 0 ? (
          <TemplateRows templates={templates} base={base} />
        ) : (
          <Empty title="No template yet">
            A template is a list of fields, each with a prompt and a limit of words, and a rubric. Students
            choose one when they begin a critique.
          </Empty>
        )}
      </div>
      <Follow slug={course.slug} after={course.seq} types={['template.created', 'template.changed']} />
    </Page>
  )
}
