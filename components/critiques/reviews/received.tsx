import { Chip, SafeHtml, TableFrame } from '@/components/ui/bits'
import type { ReceivedReview } from '@/lib/critiques/reviews/dto'
import { showTotal } from '@/lib/critiques/rules/total'
import type { TemplateDto } from '@/lib/critiques/schema'
import { shortDate } from '@/lib/time'
import { HideButton, ShowButton } from './moderate-buttons'
import { RateForm } from './rate-form'
import { AuthorsReply } from './reply'
import { ReplyForm } from './reply-form'

type Criterion = TemplateDto['criteria'][number]

const levelName = (criterion: Criterion, level: number): string | undefined =>
  criterion.levels.find((l) => l.level === level)?.name

/** What each review gave each criterion, and what that comes to. */
export function ScoresTable({ reviews, template }: { reviews: ReceivedReview[]; template: TemplateDto }) {
  return (
    <TableFrame label="Levels given">
      <table className="text-14 text-left border-collapse w-full sm:w-auto">
        <thead>
          <tr className="text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-6">
            <th scope="col">Criterion</th>
            <th scope="col" className="text-right">
              Weight
            </th>
            {reviews.map((r) => (
              <th key={r.key} scope="col">
                {r.reviewer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {template.criteria.map((c) => (
            <tr key={c.id} className="border-b border-rule *:py-2 *:pr-6">
              <th scope="row" className="font-normal">
                {c.name}
              </th>
              <td className="num text-right text-ink-3">{c.weight}</td>
              {reviews.map((r) => (
                <td key={r.key} className="num whitespace-nowrap">
                  {r.levels[c.id]}{' '}
                  <span className="hidden sm:inline text-13 text-ink-3">
                    {levelName(c, r.levels[c.id] ?? 0)}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="*:py-2 *:pr-6 font-semibold">
            <th scope="row">Total</th>
            <td className="num text-right text-ink-3 font-normal">{template.outOf}</td>
            {reviews.map((r) => (
              <td key={r.key} className="num">
                {showTotal(r.total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

type Props = {
  reviews: ReceivedReview[]
  template: TemplateDto
  critiqueId: string
  viewer: 'AUTHOR' | 'STAFF'
  timeZone: string
}

/** The reviews one after the other: the whole, then what was said of each criterion, then whether it helped. */
export function Comments(props: Props) {
  return (
    <div className="mt-8 grid gap-9">
      {props.reviews.map((review) => (
        <Review key={review.key} review={review} {...props} />
      ))}
    </div>
  )
}

function Review({ review, template, critiqueId, viewer, timeZone }: Props & { review: ReceivedReview }) {
  const { staff } = review
  const said = template.criteria.filter((c) => review.comments[c.id])
  return (
    <article className="border-l-2 border-rule-strong pl-4 break-inside-avoid">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-sans text-14 font-semibold tracking-normal">
          {review.reviewer}
          <span className="num font-normal text-13 text-ink-3">
            {staff ? ` · known to the author as Reviewer ${review.number}` : null}
            {review.at ? ` · ${shortDate(review.at, timeZone)}` : null}
          </span>
        </h3>
        {staff && !staff.released ? <Chip>Not released</Chip> : null}
        {staff?.hidden ? <Chip tone="warn">Hidden</Chip> : null}
      </div>
      {staff?.hidden ? (
        <p className="mt-1 text-13 text-ink-2">
          The author does not see it, and it counts for nothing: {staff.hidden.reason}
        </p>
      ) : null}
      <SafeHtml html={review.html} className="prose-serif measure mt-1" />
      {said.length > 0 ? (
        <dl className="mt-3 grid gap-2 text-14 max-w-[64ch]">
          {said.map((c) => (
            <div key={c.id}>
              <dt className="text-13 font-medium text-ink-2">{c.name}</dt>
              <dd>
                <SafeHtml html={review.comments[c.id] ?? ''} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <AuthorsReply html={review.replyHtml} own={viewer === 'AUTHOR'} />
      {viewer === 'AUTHOR' ? (
        <>
          <ReplyForm key={review.reply} critiqueId={critiqueId} review={review} />
          <RateForm critiqueId={critiqueId} review={review} />
        </>
      ) : (
        <StaffFoot review={review} critiqueId={critiqueId} />
      )}
    </article>
  )
}

function StaffFoot({ review, critiqueId }: { review: ReceivedReview; critiqueId: string }) {
  const { staff, helpfulness } = review
  if (!staff) return null
  const pair = { critiqueId, reviewerId: staff.reviewerId }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-13 text-ink-2">
      {helpfulness ? (
        <p>
          The author found it <span className="num">{helpfulness.value}</span> of 5 helpful
          {helpfulness.comment ? `: “${helpfulness.comment}”` : ''}
        </p>
      ) : null}
      <span className="print:hidden">
        {staff.hidden ? <ShowButton pair={pair} /> : <HideButton pair={pair} name={review.reviewer} />}
      </span>
    </div>
  )
}
