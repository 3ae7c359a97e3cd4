import type { Metadata } from 'next'
import Link from 'next/link'
import { Exchanges } from '@/components/debates/exchanges'
import { Heading, Run, Votes } from '@/components/debates/record/parts'
import { PrintButton } from '@/components/debates/record/print-button'
import '@/components/debates/record/record.css'
import { Roles } from '@/components/debates/roles'
import { buttonClass } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { debateRecord } from '@/lib/debates/record/queries'
import { coursePage, forPage } from '@/lib/server/page'
import { longDate } from '@/lib/time'

export const metadata: Metadata = { title: 'Record of the debate' }

type Props = { params: Promise<{ course: string; debate: string }> }

const SECTION = 'mt-10'

export default async function RecordPage({ params }: Props) {
  const { course: courseSlug, debate } = await params
  const { actor, course } = await coursePage(courseSlug)
  const record = await forPage(debateRecord(actor, course.id, debate))
  const base = `/courses/${course.slug}`
  const path = `${base}/debates/${debate}`
  const { result, runs, exchanges, votes, roles, timeZone } = { ...record, timeZone: course.timeZone }
  const state = record.closedAt ? `closed ${longDate(record.closedAt, timeZone)}` : 'open'
  return (
    <div className="record">
      <Page
        eyebrow={
          <Link href={path} className="hover:underline print:hidden">
            The debate
          </Link>
        }
        title="Record of the debate"
        lede={<span className="block measure">{record.motion}</span>}
        actions={
          <div className="flex gap-2 print:hidden">
            <PrintButton />
            <a href={`/api${path}/record.md`} download className={buttonClass()}>
              Markdown
            </a>
          </div>
        }
      >
        <p className="mt-3 text-13 text-ink-3">
          {[course.title, record.formatName, `opened ${longDate(record.at, timeZone)}`, state]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {result.words ? (
          <section className={SECTION}>
            <Heading id="result">Result</Heading>
            <p className="mt-2 measure font-serif text-16">
              <b className="font-semibold">{result.words.headline}.</b> {result.words.lede}{' '}
              <Link href={`${path}/result`} className="text-accent underline underline-offset-2 print:hidden">
                See how
              </Link>
            </p>
          </section>
        ) : null}
        {votes.length > 0 ? (
          <section className={SECTION}>
            <Heading id="votes">Votes</Heading>
            <div className="mt-2">
              <Votes record={record} base={base} />
            </div>
          </section>
        ) : null}
        {roles.length > 0 ? (
          <section className={SECTION}>
            <Heading id="people">People</Heading>
            {record.lotSeed ? (
              <p className="mt-1 text-13 text-ink-3">Drawn by lot from the seed “{record.lotSeed}”.</p>
            ) : null}
            <div className="mt-3">
              <Roles roles={roles} />
            </div>
          </section>
        ) : null}
        <section className={SECTION}>
          <Heading id="proceedings">Proceedings</Heading>
          {runs.length > 0 ? (
            runs.map((run, i) => (
              <Run
                key={`${run.number} ${run.name}`}
                run={run}
                index={i + 1}
                path={path}
                timeZone={timeZone}
              />
            ))
          ) : (
            <p className="mt-2 text-14 text-ink-2">
              Nothing has been said yet. Phases, statements and claims are recorded here as they come.
            </p>
          )}
        </section>
        {exchanges.length > 0 ? (
          <section className={SECTION}>
            <Heading id="exchanges">Exchanges</Heading>
            <div className="mt-4">
              <Exchanges exchanges={exchanges} numbers={new Set()} />
            </div>
          </section>
        ) : null}
      </Page>
    </div>
  )
}
