import 'server-only'
import type { Tx } from '@/lib/db'
import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { type DraftRemark, EMPTY_DRAFT, type ReviewDraft, toTexts } from '../../rules/review-draft'
import type { DraftText } from '../../schema'
import { taskFor } from '../commands/find'
import type { Pair, Task } from '../schema'

export type StoredDraft = { content: ReviewDraft; revision: number; savedAt: Date | null }

/** The draft of a review; where only the review is there (it was entered for somebody), what that says. */
export async function draftOfTask(tx: Tx, { critiqueId, reviewerId }: Pair): Promise<StoredDraft> {
  const key = { critiqueId_reviewerId: { critiqueId, reviewerId } }
  const draft = await tx.reviewDraft.findUnique({ where: key })
  if (draft) {
    const { comment, scores, remarks, revision, savedAt } = draft
    const content = {
      ...{ comment, scores: scores as ReviewDraft['scores'] },
      remarks: remarks as unknown as DraftRemark[],
    }
    return { content, revision, savedAt }
  }
  return (
    (await submittedOf(tx, { critiqueId, reviewerId })) ?? {
      content: EMPTY_DRAFT,
      revision: 0,
      savedAt: null,
    }
  )
}

/** The review as it was submitted; null where none was. */
export async function submittedOf(tx: Tx, { critiqueId, reviewerId }: Pair): Promise<StoredDraft | null> {
  const review = await tx.review.findUnique({
    where: { critiqueId_reviewerId: { critiqueId, reviewerId } },
    include: {
      scores: true,
      remarks: { orderBy: { position: 'asc' }, omit: { reviewId: true, position: true } },
    },
  })
  if (!review) return null
  const scores = review.scores.map(({ criterionId, level, comment }) => [
    criterionId,
    comment ? { level, comment } : { level },
  ])
  return {
    content: { comment: review.comment, scores: Object.fromEntries(scores), remarks: review.remarks },
    revision: 0,
    savedAt: review.submittedAt,
  }
}

export const draftText = ({ content, revision, savedAt }: StoredDraft): DraftText => ({
  answers: toTexts(content),
  revision,
  savedAt: (savedAt ?? new Date(0)).toISOString(),
})

/** The actor's draft as it is stored, for a window that was left behind. */
export async function reviewDraftOf(actor: Actor, at: Task): Promise<DraftText> {
  return draftText(await draftOfTask(db, await taskFor(actor, at)))
}
