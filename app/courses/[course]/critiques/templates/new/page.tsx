import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { TemplateEditor } from '@/components/critiques/templates/editor'
import { EMPTY } from '@/components/critiques/templates/empty'
import { Page } from '@/components/ui/page'
import { templatePage } from '@/lib/critiques/queries'
import { may } from '@/lib/policy'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'New template' }

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ from?: string | string[] }>
}

export default async function NewTemplateRoute({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  if (!may(actor, 'critique.manage', course.id)) notFound()
  const { from } = await searchParams
  const copied = from ? (await forPage(templatePage(actor, course.id, String(from)))).draft : null
  const base = `/courses/${course.slug}/critiques/templates`
  return (
    <Page
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Templates
        </Link>
      }
      title={copied ? `A copy of “${copied.title}”` : 'New template'}
    >
      <TemplateEditor
        key={String(from)}
        courseId={course.id}
        draft={copied ? { ...copied, title: `${copied.title}, copy` } : EMPTY}
        {...(from ? { from: String(from) } : {})}
        back={base}
      />
    </Page>
  )
}
