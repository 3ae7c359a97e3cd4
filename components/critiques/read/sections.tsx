import Link from 'next/link'
import { SafeHtml } from '@/components/ui/bits'
import { Section } from '@/components/ui/page'
import type { CritiquePage } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'
import { ResponseForm } from './response-form'
import { ReviewForm } from './review-form'
import { Comments, ScoresTable } from './scores'

type Props = { page: CritiquePage; timeZone: string }

/** Every submission there was; the one on the page is marked. */
export function History({ page, timeZone, base }: Props & { base: string }) {
  if (page.submissions.length < 2) return null
  const latest = page.submissions.at(-1)?.number
  return (
    <Section title="Submissions" className="print:hidden">
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
            <span className="text-ink-3">{s.words} words</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const WAITING = {
  AUTHOR: 'Reviews appear here when the instructor releases them, all at once and without names.',
  STAFF: 'Nobody has reviewed this critique.',
  REVIEWER: '',
}

export function Reviews({ page, timeZone }: Props) {
  const { reviews, viewer, template } = page
  if (reviews.length === 0 && viewer === 'AUTHOR' && page.state === 'DRAFT') return null
  return (
    <Section title={viewer === 'REVIEWER' ? 'Your review' : 'Reviews'} id="reviews">
      {reviews.length === 0 ? (
        <p className="text-ink-2">{WAITING[viewer]}</p>
      ) : (
        <>
          {template.criteria.length > 0 ? <ScoresTable reviews={reviews} template={template} /> : null}
          <Comments reviews={reviews} timeZone={timeZone} />
        </>
      )}
    </Section>
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

export function OwnReview({ page }: Pick<Props, 'page'>) {
  if (!page.can.review || page.mine?.released) return null
  return (
    <Section
      title={page.mine ? 'Revise your review' : 'Write a review'}
      sub="Until the reviews are released the author does not see it, nor that it exists."
      className="print:hidden"
    >
      <ReviewForm critiqueId={page.id} template={page.template} mine={page.mine} />
    </Section>
  )
}
