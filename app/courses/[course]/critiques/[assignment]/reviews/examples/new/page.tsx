import type { Metadata } from 'next'
import Link from 'next/link'
import { NewExample } from '@/components/critiques/reviews/example-form'
import { Page } from '@/components/ui/page'
import { exampleForm } from '@/lib/critiques/reviews/queries'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Add an example' }

type Props = { params: Promise<{ course: string; assignment: string }> }

export default async function NewExamplePage({ params }: Props) {
  const { course: slug, assignment } = await params
  const { actor, course } = await coursePage(slug)
  const form = await forPage(exampleForm(actor, course.id, assignment))
  const base = `/courses/${course.slug}/critiques/${assignment}/reviews`
  return (
    <Page
      title="Add an example"
      lede="Reviewers score it before they review, and then see your scores beside theirs."
      eyebrow={
        <Link href={base} className="hover:text-ink">
          {form.head.title}: peer reviews
        </Link>
      }
    >
      <NewExample form={form} base={base} />
    </Page>
  )
}
