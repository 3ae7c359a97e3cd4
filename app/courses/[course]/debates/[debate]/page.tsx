import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { z } from 'zod'
import { Argument } from '@/components/debates/argument'
import { CloseDebate } from '@/components/debates/close-debate'
import { Exchanges } from '@/components/debates/exchanges'
import { DebateFiles } from '@/components/debates/interchange/debate-files'
import { ImportMap } from '@/components/debates/interchange/import-map'
import { lastsAltogether, Phases } from '@/components/debates/phases'
import { DebateRoom } from '@/components/debates/room'
import { LiveStrip } from '@/components/debates/session/live-strip'
import { Sides } from '@/components/debates/setup/sides'
import { Steps } from '@/components/debates/setup/steps'
import { Votes } from '@/components/debates/votes'
import { SafeHtml } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { citableNote } from '@/lib/debates/citing/citable'
import { debatePage } from '@/lib/debates/queries'
import { isWritten } from '@/lib/debates/rules/written'
import type { ArgumentDto, DebatePage as Debate, LotDto } from '@/lib/debates/schema'
import { sessionClock } from '@/lib/debates/session/queries'
import { lotOf } from '@/lib/debates/set-up/read-roles'
import { type WrittenWeek, writtenWeek } from '@/lib/debates/written/queries'
import { may } from '@/lib/policy'
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
    ['roles', 'Who does what', debate.roles.length > 0 || debate.sideChoice !== 'ASSIGNED'],
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
function Motion({ debate, timeZone, path }: { debate: Debate; timeZone: string; path: string }) {
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
        <DebateFiles path={path} claims={debate.claims.length} />
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

type Around = { debate: Debate; lot: LotDto | null; week: WrittenWeek | null; path: string; timeZone: string }

function Proceedings({ debate, lot, week, path, timeZone }: Around) {
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
          {week ? <Steps week={week} timeZone={timeZone} path={path} /> : <Phases phases={phases} />}
        </Section>
      ) : null}
      <Sides
        debateId={debate.id}
        roles={roles}
        sideChoice={debate.sideChoice}
        lot={lot}
        mayTake={debate.can.take}
        mayManage={debate.can.manage && !debate.closedAt}
        begun={debate.begun}
        path={path}
      />
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

/** Before the session, the one thing to do where sides are chosen. */
const asksForSide = ({ sideChoice, can, begun, roles }: Debate): boolean =>
  sideChoice === 'CHOSEN' && can.take && !begun && !roles.some((r) => r.mine)

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
  const clock = await forPage(sessionClock(actor, debate.id))
  const [lot, week] = await Promise.all([
    debate.sideChoice === 'LOT' ? lotOf(actor, course.id, debate.id) : null,
    isWritten(debate.phases) ? writtenWeek(actor, course.id, debate.id) : null,
  ])
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
        actions={
          debate.can.manage && !debate.closedAt ? (
            <>
              <ButtonLink href={`${path}/${debate.slug}/edit`}>Set up</ButtonLink>
              {debate.claims.length === 0 ? <ImportMap into={{ debateId: debate.id }} path={path} /> : null}
              <CloseDebate id={debate.id} />
            </>
          ) : asksForSide(debate) ? (
            <ButtonLink look="main" href="#roles">
              Take a side
            </ButtonLink>
          ) : null
        }
      >
        <LiveStrip
          clock={clock}
          phases={debate.phases}
          path={`${path}/${debate.slug}`}
          control={may(actor, 'session.control', course.id)}
          closed={debate.closedAt !== null}
        />
        <Motion debate={debate} timeZone={course.timeZone} path={`${path}/${debate.slug}`} />
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
            report: !debate.can.manage && may(actor, 'report.make', course.id),
          }}
          cite={cite}
          path={`${path}/${debate.slug}`}
          view={view === 'map' || view === 'outline' ? view : null}
        />
        <Proceedings
          debate={debate}
          lot={lot}
          week={week}
          path={`${path}/${debate.slug}`}
          timeZone={course.timeZone}
        />
      </Page>
    </DebateRoom>
  )
}
