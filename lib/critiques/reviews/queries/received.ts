import 'server-only'
import { db } from '@/lib/db'
import type { ReviewMode } from '@/lib/generated/prisma/enums'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, visibleReviews } from '@/lib/policy'
import { blindKey } from '../../rules/blind'
import { reviewTotal } from '../../rules/total'
import type { ReceivedReview } from '../dto'
import { type FieldText, placeRemarks } from '../text'

type Of = {
  id: string
  mode: ReviewMode
  criteria: readonly { id: string; weight: number; levels?: readonly { level: number }[] }[]
  /** The submission that is shown: remarks are placed in it. */
  fields: readonly FieldText[]
  viewer: 'AUTHOR' | 'STAFF'
}

const SELECT = {
  ...{ id: true, reviewerId: true, comment: true, submission: true, submittedAt: true },
  ...{ releasedAt: true, authorReply: true, hiddenAt: true, hiddenReason: true, helpfulness: true },
  reviewer: { select: { role: true, user: { select: { name: true } } } },
  scores: { select: { criterionId: true, level: true, comment: true } },
  remarks: { orderBy: { position: 'asc' }, omit: { reviewId: true, position: true } },
} as const

const rowsOf = (actor: Actor, critiqueId: string) =>
  db.review.findMany({ where: { AND: [{ critiqueId }, visibleReviews(actor)] }, select: SELECT })
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/**
 * The reviews of a critique for its author or the staff, in the order of their numbers, which is chance. To the author a
 * review has no name, no id and no time, unless reviews are open: each could tell who wrote it.
 */
export async function receivedReviews(actor: Actor, of: Of): Promise<ReceivedReview[]> {
  const [rows, pairs] = await Promise.all([
    rowsOf(actor, of.id),
    db.reviewAssignment.findMany({
      where: { critiqueId: of.id },
      select: { reviewerId: true, number: true },
    }),
  ])
  const numbers = new Map(pairs.map((p) => [p.reviewerId, p.number]))
  return rows
    .map((row) => reviewDto(row, numbers.get(row.reviewerId) ?? 0, of))
    .sort((a, b) => a.number - b.number || (a.key < b.key ? -1 : 1))
}

function reviewDto(row: Row, number: number, { criteria, fields, viewer, mode }: Of): ReceivedReview {
  const levels = Object.fromEntries(row.scores.map((s) => [s.criterionId, s.level]))
  const staff = viewer === 'STAFF'
  const named = staff || mode === 'OPEN'
  return {
    key: blindKey(row.id),
    number,
    reviewer: named ? row.reviewer.user.name : `Reviewer ${number}`,
    html: renderMarkdown(row.comment),
    levels,
    comments: Object.fromEntries(
      row.scores.filter((s) => s.comment).map((s) => [s.criterionId, renderMarkdown(s.comment)]),
    ),
    total: reviewTotal(criteria, levels),
    remarks: placeRemarks(fields, row.remarks).map(({ fieldCode, start, end, exact, text, lost }) => ({
      ...{ fieldCode, start, end, exact, lost },
      html: renderMarkdown(text),
    })),
    replyHtml: renderMarkdown(row.authorReply),
    reply: staff ? '' : row.authorReply,
    helpfulness: row.helpfulness && { value: row.helpfulness.value, comment: row.helpfulness.comment },
    at: named ? row.submittedAt.toISOString() : null,
    staff: staff
      ? {
          reviewerId: row.reviewerId,
          released: row.releasedAt !== null,
          submission: row.submission,
          peer: row.reviewer.role === 'STUDENT',
          hidden: row.hiddenAt && { at: row.hiddenAt.toISOString(), reason: row.hiddenReason },
        }
      : null,
  }
}
