import Link from 'next/link'
import { SafeHtml } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import type { CritiquePage } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'
import { ReadRemarks } from '../reviews/read-remarks'
import { Comments, ScoresTable } from '../reviews/received'
import { latenessWords } from '../set-up/late-words'
import { Answers } from '../template-parts'
import { ResponseForm } from './response-form'

type Props = { page: CritiquePage; timeZone: string }

/** Every submission there was; the one on the page is marked. */
export function History({ page, timeZone, base }: Props & { base: string }) {
  if (page.submissions.length < 2) return null
  const latest = page.submissions.at(-1)?.number
  const { rule } = page.assignment
  return (
    <Section
      title="Submissions"
      className="print:hidden"
      actions={
        <Link href={`${base}/compare`} className="text-13 text-accent underline underline-offset-2">
          Compare versions
        </Link>
      }
    >
      <ol className="grid text-14">
        {page.submissions.toReversed().map((s) => (
          <li key={s.number} className="num flex flex-wrap gap-x-4 py-2 border-b border-rule first:border-t">
            <Link
              href={s.number === latest ? base : `${base}?submission=${s.number}`}
              aria-current={s.number === page.shown?.number ? 'page' : undefined}
              className="underline decoration-rule-strong underline-offset-3 hover:decoration-current aria-[current]:no-underline aria-[current]:font-semibold"
            >
              Submission {s.number}
            </Link>
            <span className="text-ink-2">{shortDate(s.at, timeZone)}</span>
            <span className="text-ink-3">
              {[`${s.words} words`, latenessWords(s.lateness, rule), s.withdrawn ? 'withdrawn' : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const WAITING = {
  AUTHOR: 'Reviews appear here when the instructor releases them, all at once.',
  STAFF: 'Nobody has reviewed this critique.',
}

export function Reviews({ page, timeZone }: Props) {
  const { reviews, viewer, template, id } = page
  if (reviews.length === 0 && viewer === 'AUTHOR' && page.state === 'DRAFT') return null
  return (
    <Section title="Reviews" id="reviews">
      {reviews.length === 0 ? (
        <p className="text-ink-2">{WAITING[viewer]}</p>
      ) : (
        <>
          {template.criteria.length > 0 ? <ScoresTable reviews={reviews} template={template} /> : null}
          <Comments {...{ reviews, template, viewer, timeZone }} critiqueId={id} />
        </>
      )}
    </Section>
  )
}

/** What was submitted, with the reviewers' remarks beside its words once there are any. */
export function Words({ page }: Pick<Props, 'page'>) {
  const { shown, reviews } = page
  if (!shown) return null
  const said = reviews.flatMap((r) =>
    r.remarks.map((remark, i) => ({
      ...remark,
      id: `${r.key}-${i}`,
      by: r.reviewer,
      hidden: r.staff?.hidden != null,
    })),
  )
  return (
    <div className="mt-8">
      {said.length > 0 ? (
        <ReadRemarks fields={shown.fields} said={said} />
      ) : (
        <Answers fields={shown.fields} />
      )}
    </div>
  )
}

export function AuthorsResponse({ page }: Pick<Props, 'page'>) {
  if (!page.responseHtml && !page.can.respond) return null
  return (
    <Section title={page.viewer === 'AUTHOR' ? 'Your response' : 'The author’s response'}>
      {page.responseHtml ? <SafeHtml html={page.responseHtml} className="prose-serif measure" /> : null}
      {page.can.respond ? <ResponseForm key={page.response} id={page.id} text={page.response} /> : null}
    </Section>
  )
}
