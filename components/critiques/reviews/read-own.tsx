import { Notice } from '@/components/ui/feedback'
import { Section } from '@/components/ui/page'
import type { ReviewPage } from '@/lib/critiques/reviews/dto'
import { COMMENT, levelName, REMARKS, wordsName } from '@/lib/critiques/rules/review-draft'
import { reviewTotal, showTotal } from '@/lib/critiques/rules/total'
import { escapeHtml } from '@/lib/html'
import { ReadRemarks, type Said } from './read-remarks'
import { remarkIdOf } from './remark-id'

/** One's own remarks are read as they were typed. */
const saidIn = (json: string | undefined): Said[] =>
  (json
    ? (JSON.parse(json) as (Omit<Said, 'id' | 'by' | 'hidden' | 'html' | 'lost'> & { text: string })[])
    : []
  ).map(({ text, ...r }) => ({
    ...{ ...r, id: remarkIdOf(r), by: 'You', hidden: false, lost: false },
    html: `<p>${escapeHtml(text)}</p>`,
  }))

/** One's own review once it can no longer be changed. */
export function ReadOwnReview({ page }: { page: ReviewPage }) {
  const { fields, template, draft, head, state } = page
  const { answers } = draft
  const levels = Object.fromEntries(
    template.criteria.map((c) => [c.id, Number(answers[levelName(c.id)] ?? 0)] as const),
  )
  const none = state === 'NEW' || state === 'BEGUN'
  return (
    <>
      <div className="mt-6">
        <Notice tone={none ? 'warn' : 'plain'}>
          {none
            ? 'Reviewing is closed, and you submitted none.'
            : head.released
              ? 'The author has your review.'
              : 'Reviewing is closed. The author has your review when all are released.'}
        </Notice>
      </div>
      <div className="mt-8">
        <ReadRemarks fields={fields} said={saidIn(answers[REMARKS])} />
      </div>
      <Section title="Your review">
        <dl className="grid gap-3 max-w-[46rem]">
          {template.criteria.map((c) => (
            <div key={c.id} className="border-t border-rule pt-3">
              <dt className="font-medium">
                {c.name} <span className="num font-normal text-ink-2">{answers[levelName(c.id)] ?? '–'}</span>
              </dt>
              {answers[wordsName(c.id)] ? (
                <dd className="whitespace-pre-wrap text-ink-2">{answers[wordsName(c.id)]}</dd>
              ) : null}
            </div>
          ))}
        </dl>
        {template.criteria.length > 0 ? (
          <p className="num mt-4 font-semibold">
            {showTotal(reviewTotal(template.criteria, levels))} of {template.outOf}
          </p>
        ) : null}
        <p className="mt-4 whitespace-pre-wrap font-serif text-16 measure">{answers[COMMENT]}</p>
      </Section>
    </>
  )
}
