import { renderMarkdown } from '@/lib/markdown'
import { htmlBlocks } from '@/lib/pdf/from-html'
import type { Block } from '@/lib/pdf/model'
import type { ReviewPage } from '../reviews/dto'
import { type DraftRemark, fromTexts, levelsOf, type ReviewDraft } from '../rules/review-draft'
import { reviewTotal, showTotal } from '../rules/total'
import { about, fieldBlocks, heading, line, type Place, replyBlocks, responseBlocks } from './blocks'

const STATE: Record<ReviewPage['state'], string> = {
  NEW: 'You have not begun it.',
  BEGUN: 'A draft: you have not submitted it.',
  SUBMITTED: 'As you submitted it.',
  CHANGED: 'With what you changed after you submitted it.',
}

function scores({ template: { criteria, outOf } }: ReviewPage, { scores }: ReviewDraft): Block[] {
  if (criteria.length === 0) return []
  const total = showTotal(reviewTotal(criteria, levelsOf(scores)))
  return [
    ...criteria.flatMap(({ id, name, weight }) => [
      line(`${name} (${weight}): ${scores[id]?.level ?? '–'}`, { before: 4 }),
      ...(scores[id]?.comment ? said(scores[id]?.comment ?? '') : []),
    ]),
    line(`Total of ${outOf}: ${total}`, { before: 6, style: { bold: true } }),
  ]
}

const said = (text: string): Block[] => htmlBlocks(renderMarkdown(text), { origin: '', heading: 'H4' })

/** As they are stored: what was read once. */
const remarksIn = (json: string): DraftRemark[] => (json ? JSON.parse(json) : [])

function ownReview(page: ReviewPage): Block[] {
  const ids = page.template.criteria.map((c) => c.id)
  const draft = fromTexts(page.draft.answers, ids, remarksIn)
  return [
    heading('Your review'),
    line(STATE[page.state], { style: { muted: true }, size: 9, before: 2 }),
    ...scores(page, draft),
    ...said(draft.comment),
    ...draft.remarks.flatMap((remark) => [about(remark.exact), ...said(remark.text)]),
  ]
}

/**
 * What a reviewer was given, with what they wrote about it: the latest that was submitted, under no name unless the mode
 * gives one, and nothing that tells when it was written.
 */
export const taskBlocks = (page: ReviewPage, place: Place): Block[] => [
  line(place.course, { style: { muted: true }, size: 9 }),
  line(page.head.title, { style: { bold: true }, size: 20, before: 4, keep: true, tag: 'H1' }),
  ...(page.author ? [line(page.author, { size: 12, before: 2 })] : []),
  line(`${page.template.title} · to review`, { style: { muted: true }, size: 9, before: 4 }),
  ...fieldBlocks(page.fields, place),
  ...ownReview(page),
  ...replyBlocks(page.replyHtml, place),
  ...responseBlocks(page.responseHtml, place),
]
