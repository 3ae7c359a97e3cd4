import type { Metadata } from 'next'
import Link from 'next/link'
import { VersionChoice } from '@/components/critiques/compare/choice'
import { FieldChanges } from '@/components/critiques/compare/fields'
import { Page } from '@/components/ui/page'
import { comparePage } from '@/lib/critiques/queries'
import type { ComparePage } from '@/lib/critiques/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Compare versions' }

type Asked = string | string[] | undefined
type Props = {
  params: Promise<{ course: string; assignment: string; critique: string }>
  searchParams: Promise<{ from?: Asked; to?: Asked }>
}

const one = (name: 'from' | 'to', value: Asked) => (typeof value === 'string' ? { [name]: value } : {})
const words = (n: number): string => (n === 1 ? 'one word' : `${n} words`)

function summary({ tally: { added, removed }, versions, from, to }: ComparePage): string {
  if (from === to) return versions.length > 1 ? 'Choose two versions.' : 'There is one version so far.'
  const name = (key: string) => versions.find((v) => v.key === key)?.label ?? key
  const sides = `${name(from)} and ${name(to).charAt(0).toLowerCase()}${name(to).slice(1)}`
  if (added + removed === 0) return `${sides} have the same words.`
  return `From ${sides.replace(' and ', ' to ')}: ${words(added)} came, ${words(removed)} went.`
}

export default async function CompareRoute({ params, searchParams }: Props) {
  const { course: slug, assignment, critique: id } = await params
  const { from, to } = await searchParams
  const { actor, course } = await coursePage(slug)
  const at = { assignment, id, ...one('from', from), ...one('to', to) }
  const page = await forPage(comparePage(actor, course.id, at))
  return (
    <Page
      eyebrow={
        <Link href={`/courses/${course.slug}/critiques/${assignment}/${id}`} className="hover:text-ink">
          {page.author ? `Critique by ${page.author}` : 'Your critique'}
        </Link>
      }
      title="Compare versions"
    >
      <VersionChoice page={page} timeZone={course.timeZone} />
      <p className="mt-5 text-14 text-ink-2">{summary(page)}</p>
      <FieldChanges fields={page.fields} />
    </Page>
  )
}
