import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { OwnRatingForm } from '@/components/explanations/cell/own-rating'
import { Thread } from '@/components/explanations/cell/thread'
import { Distribution } from '@/components/explanations/distribution'
import { EvidenceFacts } from '@/components/explanations/evidence-words'
import { cellPath } from '@/components/explanations/matrix/cell-path'
import { ownIn } from '@/components/explanations/matrix/overlay'
import { RatingMark } from '@/components/explanations/rating'
import { Reasons } from '@/components/explanations/reasons'
import { LiveRefresh } from '@/components/polls/live-refresh'
import { Dot } from '@/components/polls/option'
import { SafeHtml } from '@/components/ui/bits'
import { Page, Section } from '@/components/ui/page'
import { cellPage } from '@/lib/explanations/cell-queries'
import { RATING_WORDS } from '@/lib/explanations/rules/vocabulary'
import type { CellPage } from '@/lib/explanations/schema'
import { coursePage, forPage } from '@/lib/server/page'
import { ago } from '@/lib/time'

type Props = { params: Promise<{ course: string; evidence: string; explanation: string }> }

const load = cache(async (slug: string, evidence: string, explanation: string) => {
  const { actor, course } = await coursePage(slug)
  const page = await forPage(cellPage(actor, course.id, evidence, explanation))
  return { course, page }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, evidence, explanation } = await params
  const { page } = await load(course, evidence, explanation)
  return { title: `${page.row.code} against ${page.explanation.code}` }
}

const TYPES = [
  'matrix.counted',
  'matrix.rated',
  'matrix.changed',
  'cell.commented',
  'cell.edited',
  'cell.deleted',
]

export default async function CellRoute({ params }: Props) {
  const { course: slug, evidence, explanation: against } = await params
  const { course, page } = await load(slug, evidence, against)
  const { row, explanation, can } = page
  const explain = `/courses/${course.slug}/explain`
  const base = `${explain}/matrix`
  const cell = { evidenceId: row.id, explanationId: explanation.id }
  const { memberId } = course.viewer
  const now = Date.now()
  return (
    <Page
      eyebrow={
        <>
          <Link href={explain} className="hover:text-ink">
            Explain
          </Link>
          {' · '}
          <Link href={`${base}#${row.code}`} className="hover:text-ink">
            Evidence matrix
          </Link>
        </>
      }
      title={`${row.code} against ${explanation.code}, ${explanation.shortName}`}
    >
      <LiveRefresh course={course.slug} seq={course.seq} types={TYPES} />
      <Neighbours page={page} base={base} />
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="observed">
          <h2 id="observed" className="num mb-2 text-19">
            What was observed
          </h2>
          <p className="num text-12 text-ink-3">{row.dateLabel}</p>
          <p className="mt-1 font-serif text-16">{row.observation}</p>
          <EvidenceFacts row={row} />
        </section>
        <section aria-labelledby="expected">
          <h2 id="expected" className="mb-2 flex items-center gap-2 text-19">
            <Dot hue={`h${explanation.hue}`} />
            <Link href={`${explain}/explanations/${explanation.code}`} className="hover:text-accent">
              {explanation.name}
            </Link>
          </h2>
          <SafeHtml html={explanation.statementHtml} className="font-serif text-16 text-ink-2" />
          <Said title="What it predicts" html={explanation.predictsHtml} />
          <Said title="What would count against it" html={explanation.countsAgainstHtml} />
        </section>
      </div>
      <Section title="How it is rated">
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
          {can.rate ? (
            <OwnRatingForm
              cell={cell}
              own={ownIn(row, explanation.code)}
              classes={page.cell?.middle}
              member={memberId}
            />
          ) : null}
          <ClassRatings page={page} />
        </div>
      </Section>
      {page.reasons.length > 0 ? (
        <Section title="Why" sub="The reasons that were given, without the names of those who gave them.">
          <Reasons reasons={page.reasons} />
        </Section>
      ) : null}
      <Section title="Discussion" id="discussion">
        <Thread
          cell={cell}
          comments={page.comments}
          canPost={can.comment}
          member={memberId}
          times={Object.fromEntries(page.comments.map((c) => [c.id, ago(c.at, now, course.timeZone)]))}
        />
      </Section>
    </Page>
  )
}

function Said({ title, html }: { title: string; html: string }) {
  if (!html) return null
  return (
    <details className="mt-3 border-t border-rule pt-2">
      <summary className="cursor-pointer text-13 font-medium text-ink-2">{title}</summary>
      <SafeHtml html={html} className="mt-1 font-serif text-16 text-ink-2" />
    </details>
  )
}

/** The class's ratings, or why they do not show; beside them the rating that all began with. */
function ClassRatings({ page }: { page: CellPage }) {
  const { row, explanation, cell } = page
  const start = row.suggested[explanation.code]
  return (
    <div className="grid content-start gap-3">
      <h3 className="font-sans text-13 font-medium text-ink-2">The class’s ratings</h3>
      {cell ? (
        <Distribution counts={cell.counts} />
      ) : (
        <p className="max-w-[44ch] text-14 text-ink-3">
          {row.benched
            ? 'This observation is on the bench: it is not rated yet.'
            : 'They show once three others have rated this cell, so that nobody’s rating can be told from the rest.'}
        </p>
      )}
      {start ? (
        <p className="flex items-center gap-2 text-13 text-ink-2">
          The class starts at <RatingMark value={start} className="h-6 w-12" /> {RATING_WORDS[start]}
        </p>
      ) : null}
    </div>
  )
}

/** Across the row and down the column. */
function Neighbours({ page, base }: { page: CellPage; base: string }) {
  const { rows, explanations, row, explanation } = page
  const at = rows.findIndex((r) => r.code === row.code)
  const [above, below] = at < 0 ? [] : [rows[at - 1], rows[at + 1]]
  return (
    <nav
      aria-label="Cells near this one"
      className="mt-4 flex flex-wrap items-center gap-1 text-13 print:hidden"
    >
      {explanations.map((e) => (
        <Link
          key={e.code}
          href={cellPath(base, row.code, e.code)}
          prefetch={false}
          aria-current={e.code === explanation.code ? 'page' : undefined}
          aria-label={`${row.code} against ${e.code} ${e.shortName}`}
          className="flex items-center gap-1.5 rounded-md px-2 py-1 text-ink-2 hover:bg-sunk aria-[current]:bg-sunk aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:py-3"
        >
          <Dot hue={`h${e.hue}`} />
          {e.code}
        </Link>
      ))}
      <span aria-hidden className="mx-2 h-4 w-px bg-rule" />
      {above ? (
        <Link
          href={cellPath(base, above.code, explanation.code)}
          prefetch={false}
          className="rounded-md px-2 py-1 text-ink-2 hover:bg-sunk pointer-coarse:py-3"
        >
          <span aria-hidden>↑</span> {above.code}
        </Link>
      ) : null}
      {below ? (
        <Link
          href={cellPath(base, below.code, explanation.code)}
          prefetch={false}
          className="rounded-md px-2 py-1 text-ink-2 hover:bg-sunk pointer-coarse:py-3"
        >
          <span aria-hidden>↓</span> {below.code}
        </Link>
      ) : null}
    </nav>
  )
}
