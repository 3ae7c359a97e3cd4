import type { Metadata } from 'next'
import Link from 'next/link'
import { EvidenceWords } from '@/components/explanations/evidence-words'
import { Matrix } from '@/components/explanations/matrix/matrix'
import { OpenTarget } from '@/components/explanations/open-target'
import { ReasonList } from '@/components/explanations/reasons'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { extremeReasons } from '@/lib/explanations/cell-queries'
import { matrixPage } from '@/lib/explanations/queries'
import { ORDERS, VIEWS, type View } from '@/lib/explanations/rules/vocabulary'
import type { EvidenceDto } from '@/lib/explanations/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Evidence matrix' }

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ view?: string; sort?: string }>
}

/** Whoever may rate begins with their own; who only looks, with the class's. */
function viewOf(asked: string | undefined, canRate: boolean): View {
  const view = VIEWS.find((name) => name === asked) ?? 'mine'
  return !canRate && (view === 'mine' || view === 'differences') ? 'class' : view
}

export default async function MatrixRoute({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const { view, sort } = await searchParams
  const [page, reasons] = await forPage(
    Promise.all([matrixPage(actor, course.id), extremeReasons(actor, course.id)]),
  )
  const explain = `/courses/${course.slug}/explain`
  const base = `${explain}/matrix`
  const eyebrow = (
    <Link href={explain} className="hover:text-ink">
      Explain
    </Link>
  )
  const actions = page.can.edit ? <ButtonLink href={`${base}/edit`}>Edit the table</ButtonLink> : null
  if (page.rows.length === 0 || page.explanations.length === 0)
    return (
      <Page wide eyebrow={eyebrow} title="Evidence matrix" actions={actions}>
        <LiveRefresh course={course.slug} seq={course.seq} types={['matrix.changed']} />
        <Empty title="No evidence yet">
          Here the class weighs observations, one a row, against each explanation, one a column.
          {page.can.edit ? ' Add explanations and observations to begin.' : ''}
        </Empty>
        <Bench rows={page.bench} />
      </Page>
    )
  return (
    <Matrix
      page={page}
      view={viewOf(view, page.can.rate)}
      order={ORDERS.find((name) => name === sort) ?? 'date'}
      course={{ slug: course.slug, seq: course.seq, member: course.viewer.memberId }}
      base={base}
      eyebrow={eyebrow}
      actions={
        <>
          <ButtonLink href={`${base}/bayes`}>Credence by Bayes</ButtonLink>
          {actions}
        </>
      }
    >
      <OpenTarget />
      <p className="mt-4 text-13 print:hidden">
        <a href={`/api/courses/${course.slug}/matrix.csv`} className="text-accent hover:underline">
          The table as CSV: mine, the class’s, the start’s
        </a>
      </p>
      {reasons.length > 0 ? (
        <Section
          title="Why some rate at the ends"
          sub="The cells that the class disagrees on most, with the reasons given for ratings at an end of the scale or two steps from the class’s. Nobody’s name is kept with a reason here; a cell shows once three others have rated it."
        >
          <ReasonList cells={reasons} base={base} />
        </Section>
      ) : null}
      <Bench rows={page.bench} />
    </Matrix>
  )
}

function Bench({ rows }: { rows: EvidenceDto[] }) {
  if (rows.length === 0) return null
  return (
    <details open className="group/bench mt-10 sm:mt-12">
      <summary className="cursor-pointer list-none [&::-webkit-details-marker]:hidden">
        <h2 className="inline text-19 sm:text-24">
          <span
            aria-hidden
            className="mr-2 inline-block text-ink-3 transition-transform group-open/bench:rotate-90"
          >
            ›
          </span>
          On the bench
        </h2>
      </summary>
      <p className="mt-1 mb-4 text-13 text-ink-3">Further observations, not yet rated and not counted.</p>
      <ul className="grid max-w-[820px] border-t border-rule">
        {rows.map((row) => (
          <li
            key={row.code}
            id={row.code}
            className="scroll-mt-24 border-b border-rule py-2.5 target:outline-2 target:outline-offset-2 target:outline-accent"
          >
            <EvidenceWords row={row} />
          </li>
        ))}
      </ul>
    </details>
  )
}
