import type { Metadata } from 'next'
import { Results } from '@/components/search/results'
import { SearchForm } from '@/components/search/search-form'
import { Empty } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { searchCourse } from '@/lib/search/queries'
import { SearchFor, type SearchPage } from '@/lib/search/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Search' }

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

function Teaching({ page }: { page: SearchPage }) {
  if (page.state === 'SHORT' && page.q === '')
    return (
      <Empty title="Look through the whole course">
        Readings, notes, claims, evidence, explanations and your critiques. Parts of words are found too, in
        Korean, Chinese and Japanese as well. Put “words that belong together” in quotation marks, and a minus
        before a word that must not be there.
      </Empty>
    )
  if (page.state === 'SHORT')
    return (
      <Empty title="Write a little more">One letter is everywhere. Two or more will find something.</Empty>
    )
  if (page.state === 'NOTHING')
    return (
      <Empty title={`Nothing here has “${page.q}”`}>
        Try fewer words, the beginning of a word, or another spelling. Notes that are private to others, and
        readings that are not published, are never found.
      </Empty>
    )
  if (page.state === 'NEAR')
    return (
      <p role="status" className="mt-8 text-14 text-ink-2">
        Nothing here has “{page.q}”. These notes have words that are spelled nearly so.
      </p>
    )
  return null
}

export default async function SearchRoute({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const page = await forPage(searchCourse(actor, course, SearchFor.parse(await searchParams)))
  const action = `/courses/${course.slug}/search`
  const again = `${action}?q=${encodeURIComponent(page.q)}`
  return (
    <Page title="Search">
      <SearchForm key={page.q} action={action} q={page.q} />
      <Teaching page={page} />
      <Results
        groups={page.groups}
        moreHref={page.kind ? '' : again}
        when={{ now: Date.now(), timeZone: course.timeZone }}
      />
      {page.kind ? (
        <p className="mt-8 text-13">
          <a href={again} className="text-accent hover:underline">
            Everything with these words
          </a>
        </p>
      ) : null}
    </Page>
  )
}
