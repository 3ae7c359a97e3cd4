import type { Metadata } from 'next'
import Link from 'next/link'
import { RatingMark } from '@/components/explanations/rating'
import { SafeHtml } from '@/components/ui/bits'
import { Page, Section } from '@/components/ui/page'
import { explanationByCode, matrixPage } from '@/lib/explanations/queries'
import { ratingIn, scoresFor } from '@/lib/explanations/rules/lay-over'
import type { MatrixPage } from '@/lib/explanations/schema'
import { coursePage, forPage } from '@/lib/server/page'

type Props = { params: Promise<{ course: string; code: string }> }

const load = async ({ params }: Props) => {
  const { course: slug, code } = await params
  const { actor, course } = await coursePage(slug)
  const explanation = await forPage(explanationByCode(actor, course.id, code))
  return { actor, course, explanation }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).explanation.name }
}

function Said({ title, html }: { title: string; html: string }) {
  if (!html) return null
  return (
    <div>
      <h2 className="mb-2 text-19">{title}</h2>
      <SafeHtml html={html} className="prose-serif text-ink-2" />
    </div>
  )
}

/** How each observation bears on this one explanation, the contrary first: that is where it can fail. */
function Column({ page, code, base }: { page: MatrixPage; code: string; base: string }) {
  const weight = { II: 0, I: 1, N: 2, C: 3, CC: 4, NA: 5 }
  const rows = [...page.rows].sort(
    (a, b) => weight[ratingIn(a, code, 'mine')] - weight[ratingIn(b, code, 'mine')],
  )
  return (
    <ul className="border-t border-rule">
      {rows.map((row) => {
        const mine = row.own[code]
        return (
          <li key={row.code} className="border-b border-rule">
            <Link
              href={`${base}/matrix/${encodeURIComponent(row.code)}/${encodeURIComponent(code)}`}
              className="grid grid-cols-[44px_1fr] items-center gap-x-4 py-2 hover:bg-sunk sm:grid-cols-[44px_180px_1fr_auto]"
            >
              <RatingMark value={ratingIn(row, code, 'mine')} className="row-span-2 h-9 sm:row-span-1" />
              <span className="num text-12 text-ink-3">
                <b className="font-semibold text-ink-2">{row.code}</b> · {row.dateLabel}
              </span>
              <span className="line-clamp-2 font-serif text-14 leading-snug sm:line-clamp-1">
                {row.observation}
              </span>
              {mine ? (
                <span className="text-12 text-accent max-sm:col-start-2">
                  yours; start {row.suggested[code]}
                </span>
              ) : null}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

export default async function ExplanationRoute(props: Props) {
  const { actor, course, explanation } = await load(props)
  const page = await forPage(matrixPage(actor, course.id))
  const base = `/courses/${course.slug}/explain`
  const { code } = explanation
  const against = scoresFor(page, 'mine').inconsistency[code] ?? 0
  return (
    <Page
      eyebrow={
        <>
          <Link href={base} className="hover:text-ink">
            Explain
          </Link>
          {` · ${code}`}
        </>
      }
      title={explanation.name}
    >
      <div
        aria-hidden
        className="mt-4 h-1 w-16 rounded-full"
        style={{ background: `var(--h${explanation.hue})` }}
      />
      <SafeHtml html={explanation.statementHtml} className="prose-serif measure mt-6 text-16 sm:text-19" />
      <div className="mt-10 grid gap-x-12 gap-y-8 lg:grid-cols-2">
        <Said title="What it predicts" html={explanation.predictsHtml} />
        <Said title="What would count against it" html={explanation.countsAgainstHtml} />
      </div>
      {explanation.literatureHtml ? (
        <Section title="Literature">
          <SafeHtml html={explanation.literatureHtml} className="measure text-ink-2" />
        </Section>
      ) : null}
      {page.rows.length > 0 ? (
        <Section
          title="The evidence on it"
          sub={`${against} ${against === 1 ? 'point' : 'points'} against it over ${page.rows.length} observations; what speaks against it comes first.`}
        >
          <Column page={page} code={code} base={base} />
        </Section>
      ) : null}
      <nav aria-label="Other explanations" className="mt-10 flex flex-wrap gap-x-5 gap-y-2 text-13">
        {page.explanations
          .filter((e) => e.code !== code)
          .map((e) => (
            <Link
              key={e.code}
              href={`${base}/explanations/${e.code}`}
              className="text-accent hover:underline"
            >
              {e.code} {e.shortName}
            </Link>
          ))}
      </nav>
    </Page>
  )
}
