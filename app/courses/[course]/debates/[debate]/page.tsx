import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { z } from 'zod'
import { Argument } from '@/components/debates/argument'
import { CloseDebate } from '@/components/debates/close-debate'
import { Exchanges } from '@/components/debates/exchanges'
import { lastsAltogether, Phases } from '@/components/debates/phases'
import { Roles } from '@/components/debates/roles'
import { DebateRoom } from '@/components/debates/room'
import { Votes } from '@/components/debates/votes'
import { SafeHtml } from '@/components/ui/bits'
import { Notice } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { citableNote } from '@/lib/debates/citable'
import { debatePage } from '@/lib/debates/queries'
import type { ArgumentDto, DebatePage as Debate } from '@/lib/debates/schema'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

type Props = {
  params: Promise<{ course: string; debate: string }>
  searchParams: Promise<{ cite?: string | string[]; view?: string | string[] }>
}

const load = cache(async (courseSlug: string, debateSlug: string) => {
  const { actor, course } = await coursePage(courseSlug)
  return { actor, course, debate: await forPage(debatePage(actor, course.id, debateSlug)) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, debate } = await params
  return { title: (await load(course, debate)).debate.motion }
}

/** The page is long: its parts, one step away. */
function Contents({ debate }: { debate: Debate }) {
  const parts = [
    ['argument', 'The argument', true],
    ['exchanges', 'What was said', debate.exchanges.length > 0],
    ['phases', 'Order of the debate', debate.phases.length > 0],
    ['roles', 'Who does what', debate.roles.length > 0],
    ['rules', 'Rules', debate.rulesHtml !== ''],
  ] as const
  return (
    <nav aria-label="On this page" className="print:hidden">
      <h2 className="font-sans text-13 font-medium tracking-normal text-ink-3">On this page</h2>
      <ul className="mt-1">
        {parts.map(([id, title, there]) =>
          there ? (
            <li key={id}>
              <a
                href={`#${id}`}
                className="inline-flex items-center min-h-7 pointer-coarse:min-h-11 hover:text-accent"
              >
                {title}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}

/** The votes come first on a phone, and stand beside the background where there is room. */
function Motion({ debate, timeZone }: { debate: Debate; timeZone: string }) {
  const { backgroundHtml, votes, chairNoteHtml } = debate
  return (
    <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="grid gap-8 content-start lg:col-start-2">
        {votes.length > 0 ? (
          <section aria-labelledby="votes">
            <h2 id="votes" className="mb-2 text-19">
              Votes
            </h2>
            <Votes votes={votes} motion={debate.motion} timeZone={timeZone} />
          </section>
        ) : null}
        <Contents debate={debate} />
        {chairNoteHtml ? (
          <div className="border-l-2 border-rule-strong pl-3">
            <h2 className="font-sans text-13 font-medium tracking-normal text-ink-3">
              For the chair, seen by staff only
            </h2>
            <SafeHtml html={chairNoteHtml} className="mt-1 text-14 text-ink-2" />
          </div>
        ) : null}
      </div>
      <SafeHtml html={backgroundHtml} className="prose-serif measure lg:col-start-1 lg:row-start-1" />
    </div>
  )
}

function Proceedings({ debate }: { debate: Debate }) {
  const { exchanges, phases, roles, rulesHtml, claims, alternatives } = debate
  return (
    <>
      {exchanges.length > 0 ? (
        <Section id="exchanges" title="What was said">
          <Exchanges
            exchanges={exchanges}
            numbers={new Set([...claims, ...debate.merged].map((c) => c.number))}
          />
        </Section>
      ) : null}
      {phases.length > 0 ? (
        <Section id="phases" title="Order of the debate" sub={`${lastsAltogether(phases)} in all.`}>
          <Phases phases={phases} />
        </Section>
      ) : null}
      {roles.length > 0 ? (
        <Section id="roles" title="Who does what">
          <Roles roles={roles} />
        </Section>
      ) : null}
      {rulesHtml ? (
        <Section id="rules" title="Rules">
          <SafeHtml html={rulesHtml} className="measure text-14 text-ink-2 [&_li+li]:mt-1.5" />
        </Section>
      ) : null}
      {alternatives.length > 0 ? (
        <Section title="Other motions" sub="For another year, on the same readings.">
          <ul className="grid gap-2 measure font-serif text-16">
            {alternatives.map((motion) => (
              <li key={motion}>{motion}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

const NOT_CITABLE =
  'That note cannot be cited: it was deleted, or not everyone in the course can see it, and the whole course reads claims.'

/** The claims as the browser keeps them: where each stands it finds itself, and again when something moves. */
const argumentOf = (debate: Debate, seq: number): ArgumentDto => ({
  seq,
  claims: debate.claims.map(({ depth: _d, helps: _h, parentNumber: _p, ...fact }) => fact),
  merged: debate.merged,
  own: debate.judgements,
})

export default async function DebatePage({ params, searchParams }: Props) {
  const { course: courseSlug, debate: debateSlug } = await params
  const { actor, course, debate } = await load(courseSlug, debateSlug)
  const { cite: asked, view } = await searchParams
  const wanted = z.uuid().safeParse(asked)
  const cite = wanted.success ? await citableNote(actor, course.id, wanted.data) : null
  const path = `/courses/${course.slug}/debates`
  const state = debate.closedAt ? `Closed ${longDate(debate.closedAt, course.timeZone)}` : 'Open'
  return (
    <DebateRoom
      courseSlug={course.slug}
      debateId={debate.id}
      memberId={course.viewer.memberId}
      seq={course.seq}
    >
      <Page
        eyebrow={
          <>
            <Link href={path} className="hover:underline">
              Debates
            </Link>
            {[debate.formatName, state].filter(Boolean).map((part) => ` · ${part}`)}
          </>
        }
        title={<span className="block text-19 sm:text-24">{debate.motion}</span>}
        actions={debate.can.manage && !debate.closedAt ? <CloseDebate id={debate.id} /> : null}
      >
        <Motion debate={debate} timeZone={course.timeZone} />
        {wanted.success && !cite ? (
          <div className="mt-8">
            <Notice tone="warn">{NOT_CITABLE}</Notice>
          </div>
        ) : null}
        <Argument
          argument={argumentOf(debate, course.seq)}
          motion={debate.motion}
          timeZone={course.timeZone}
          viewer={{
            memberId: course.viewer.memberId,
            staff: debate.can.merge || debate.can.manage,
            ...{ add: debate.can.add, judge: debate.can.judge, merge: debate.can.merge },
          }}
          cite={cite}
          path={`${path}/${debate.slug}`}
          view={view === 'map' || view === 'outline' ? view : null}
        />
        <Proceedings debate={debate} />
      </Page>
    </DebateRoom>
  )
}
