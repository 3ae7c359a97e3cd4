import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type Actor, visibleAssignments } from '@/lib/policy'
import { levelsOf, type ReviewDraft } from '../../rules/review-draft'
import { reviewsOpen } from '../../rules/review-window'
import type { ReviewHead, TaskState } from '../dto'

const HEAD = {
  ...{ id: true, courseId: true, slug: true, title: true, reviewMode: true, reviewsEach: true },
  ...{ reviewsDueAt: true, reviewsReleasedAt: true, allocatedAt: true, allocationSeed: true },
  course: { select: { id: true, slug: true } },
} as const satisfies Prisma.AssignmentSelect
export type HeadRow = Prisma.AssignmentGetPayload<{ select: typeof HEAD }>

/** The assignment of a page about reviews. */
export async function assignmentOf(actor: Actor, courseId: string, slug: string): Promise<HeadRow> {
  const row = await db.assignment.findFirst({
    where: { AND: [{ courseId, slug }, visibleAssignments(actor)] },
    select: HEAD,
  })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

export const headDto = (row: HeadRow, at: Date): ReviewHead => ({
  ...{ assignmentId: row.id, slug: row.slug, title: row.title, mode: row.reviewMode },
  dueAt: row.reviewsDueAt?.toISOString() ?? null,
  open: reviewsOpen(row, at),
  released: row.reviewsReleasedAt !== null,
})

type Draft = { comment: string; scores: unknown; remarks: unknown; savedAt: Date; revision: number }

/** Where a review stands: `CHANGED` where it was submitted and written on since. */
export function stateOf(draft: Draft | undefined, review: { submittedAt: Date } | undefined): TaskState {
  if (review) return draft && draft.savedAt > review.submittedAt ? 'CHANGED' : 'SUBMITTED'
  if (!draft) return 'NEW'
  const written =
    draft.comment !== '' ||
    Object.keys(levelsOf(draft.scores as ReviewDraft['scores'])).length > 0 ||
    (draft.remarks as unknown[]).length > 0
  return written || draft.revision > 0 ? 'BEGUN' : 'NEW'
}
