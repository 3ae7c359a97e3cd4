import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DebateList } from '@/components/debates/debate-list'
import { ImportMap } from '@/components/debates/interchange/import-map'
import { ButtonLink } from '@/components/ui/button'
import { Empty, Notice } from '@/components/ui/feedback'
import { Page } from '@/components/ui/page'
import { listDebates } from '@/lib/debates/queries'
import { may } from '@/lib/policy'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Debates' }

type Props = { params: Promise<{ course: string }>; searchParams: Promise<{ cite?: string | string[] }> }

export default async function DebatesPage({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const { cite } = await searchParams
  const debates = await forPage(listDebates(actor, course.id))
  const path = `/courses/${course.slug}/debates`
  const query = typeof cite === 'string' ? `?cite=${encodeURIComponent(cite)}` : ''
  const open = debates.filter((d) => !d.closedAt)
  if (query && open.length === 1) redirect(`${path}/${open[0]?.slug}${query}#cite`)

  const manage = may(actor, 'debate.manage', course.id)
  const create = (
    <>
      <ButtonLink href={`${path}/new`}>New debate</ButtonLink>
      <ImportMap into={{ course: course.slug }} path={path} />
    </>
  )
  return (
    <Page title="Debates" actions={manage && debates.length > 0 ? create : null}>
      {query && debates.length > 0 ? (
        <div className="mt-6">
          <Notice>
            {open.length
              ? 'Choose the debate in which to cite your note.'
              : 'No debate is open, so the note cannot be cited now.'}
          </Notice>
        </div>
      ) : null}
      {debates.length > 0 ? (
        <DebateList
          debates={query && open.length ? open : debates}
          courseSlug={course.slug}
          timeZone={course.timeZone}
          query={query}
        />
      ) : (
        <Empty
          title="No debate yet"
          action={manage ? <div className="flex flex-wrap gap-2">{create}</div> : null}
        >
          <p>
            A debate has one motion and an argument map: claims for and against, each resting on a note, a
            passage, a piece of evidence or a reference that everyone can open.{' '}
            {manage
              ? 'Begin with a sentence that can be answered with for or against.'
              : 'Your instructor opens it; meanwhile, the notes you write in the readings are what it will rest on.'}
          </p>
        </Empty>
      )}
    </Page>
  )
}
