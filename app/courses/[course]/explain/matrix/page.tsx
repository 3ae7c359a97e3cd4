import type { Metadata } from 'next'
import Link from 'next/link'
import { EvidenceWords } from '@/components/explanations/evidence-words'
import { MatrixTable, TotalsList } from '@/components/explanations/matrix-table'
import { matrixWords } from '@/components/explanations/matrix-words'
import { OpenTarget } from '@/components/explanations/open-target'
import { RatingKey } from '@/components/explanations/rating'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { Words } from '@/components/polls/words'
import { TableFrame } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { Empty } from '@/components/ui/feedback'
import { Page, Section } from '@/components/ui/page'
import { matrixPage } from '@/lib/explanations/queries'
import type { EvidenceDto } from '@/lib/explanations/schema'
import { coursePage, forPage } from '@/lib/server/page'

export const metadata: Metadata = { title: 'Evidence matrix' }

type Props = {
  params: Promise<{ course: string }>
  searchParams: Promise<{ view?: string; sort?: string }>
}

/** Two or three ways of looking at one thing, as links: they work before any script, and can be sent to others. */
function Choice({ label, items }: { label: string; items: { text: string; href: string; on: boolean }[] }) {
  return (
    <nav aria-label={label} className="flex items-center gap-1 text-13">
      <span className="mr-1.5 text-ink-3">{label}</span>
      {items.map(({ text, href, on }) => (
        <Link
          key={text}
          href={href}
          scroll={false}
          aria-current={on ? 'true' : undefined}
          className={cx(
            'rounded-md px-2.5 py-1 pointer-coarse:py-3',
            on ? 'bg-sunk font-medium text-ink' : 'text-ink-2 hover:bg-sunk',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}

export default async function MatrixRoute({ params, searchParams }: Props) {
  const { actor, course } = await coursePage((await params).course)
  const { view, sort } = await searchParams
  const page = await forPage(matrixPage(actor, course.id))
  const base = `/courses/${course.slug}/explain`
  const mine = view === 'mine'
  const bySpread = sort === 'apart'
  const { diagnosticity } = mine ? page.mine : page.start
  const spread = (row: EvidenceDto) => diagnosticity[row.code] ?? 0
  const rows = bySpread ? [...page.rows].sort((a, b) => spread(b) - spread(a)) : page.rows
  const href = (nextView: boolean, nextSort: boolean) =>
    `${base}/matrix?${new URLSearchParams({ view: nextView ? 'mine' : 'start', sort: nextSort ? 'apart' : 'date' })}`
  const table = <MatrixTable page={page} rows={rows} mine={mine} />
  return (
    <Page
      wide
      eyebrow={
        <Link href={base} className="hover:text-ink">
          Explain
        </Link>
      }
      title="Evidence matrix"
      lede={<Words parts={matrixWords(page, mine)} />}
    >
      <LiveRefresh course={course.slug} seq={course.seq} types={['matrix.changed', 'matrix.rated']} />
      <OpenTarget />
      {rows.length === 0 ? (
        <Empty title="No evidence yet">
          Here the class weighs observations, one a row, against each explanation, one a column.
        </Empty>
      ) : (
        <>
          <div className="mt-8 mb-4 flex flex-wrap items-center gap-x-8 gap-y-3 border-y border-rule py-2">
            <Choice
              label="Ratings"
              items={[
                { text: 'As the class starts', href: href(false, bySpread), on: !mine },
                {
                  text: page.ownCount ? `Mine (${page.ownCount} changed)` : 'Mine',
                  href: href(true, bySpread),
                  on: mine,
                },
              ]}
            />
            <Choice
              label="Order"
              items={[
                { text: 'By date', href: href(mine, false), on: !bySpread },
                { text: 'What tells most apart first', href: href(mine, true), on: bySpread },
              ]}
            />
          </div>
          <RatingKey />
          <p className="mt-3 mb-6 max-w-[78ch] text-13 text-ink-3">
            {mine && page.can.rate
              ? 'Ask of each cell: if this explanation were true, how surprising would this observation be? Only you see your ratings; where you have changed one, the class’s stands before it.'
              : 'Each cell answers: if this explanation were true, how surprising would this observation be? Work across a row before you work down a column.'}
          </p>
          <TotalsList page={page} mine={mine} />
          {page.explanations.length > 8 ? <TableFrame label="Evidence matrix">{table}</TableFrame> : table}
        </>
      )}
      {page.bench.length > 0 ? (
        <Section title="On the bench" sub="Further observations, not yet rated and not counted.">
          <ul className="grid max-w-[820px] border-t border-rule">
            {page.bench.map((row) => (
              <li
                key={row.code}
                id={row.code}
                className="scroll-mt-24 border-b border-rule py-2.5 target:outline-2 target:outline-offset-2 target:outline-accent"
              >
                <EvidenceWords row={row} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
