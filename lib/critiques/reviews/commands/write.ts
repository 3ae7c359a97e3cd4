import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import type { Actor } from '@/lib/policy'
import { type DraftRemark, levelsOf } from '../../rules/review-draft'
import { draftOfTask } from '../queries/draft'
import type { Pair, RecordReview, SubmitReview } from '../schema'
import { fieldsFor, placeRemarks } from '../text'
import { ensurePair } from './assign'
import { requireCalibrated } from './calibrate'
import { authoriseReviewer, lockAllocation, moderatedCritique, taskFor } from './find'
import { type Criterion, requireLevels } from './levels'

type Content = {
  comment: string
  levels: Record<string, number>
  comments: Record<string, string>
  remarks: DraftRemark[]
  submission: number
}

async function store(tx: Tx, pair: Pair, content: Content, at: Date): Promise<void> {
  const { comment, levels, comments, remarks, submission } = content
  const key = { critiqueId_reviewerId: { critiqueId: pair.critiqueId, reviewerId: pair.reviewerId } }
  const now = await tx.review.findUnique({ where: key, select: { releasedAt: true } })
  if (now?.releasedAt) throw new AppError('CLOSED', 'The author has this review; it stays as it is.')
  const written = { comment, submission, submittedAt: at }
  const { id: reviewId } = await tx.review.upsert({
    where: key,
    create: { critiqueId: pair.critiqueId, reviewerId: pair.reviewerId, ...written },
    update: written,
    select: { id: true },
  })
  await tx.reviewScore.deleteMany({ where: { reviewId } })
  await tx.reviewScore.createMany({
    data: Object.entries(levels).map(([criterionId, level]) => ({
      ...{ reviewId, criterionId, level, comment: comments[criterionId] ?? '' },
    })),
  })
  await tx.reviewRemark.deleteMany({ where: { reviewId } })
  await tx.reviewRemark.createMany({ data: remarks.map((r, i) => ({ reviewId, position: i + 1, ...r })) })
}

const submitted = (
  tx: Tx,
  at: { courseId: string; assignmentId: string; critiqueId: string; actorId: string; when: Date },
): Promise<number> =>
  recordEvent(tx, {
    ...{ courseId: at.courseId, type: 'review.submitted', actorId: at.actorId, audience: 'STAFF' },
    ...{ subjectId: at.critiqueId, scopeId: at.assignmentId, at: at.when },
  })

/** Remarks whose words stand in the submission, as they stand there; the words of the others are kept without. */
const inPlace = async (
  actor: Actor,
  course: { id: string; slug: string },
  content: unknown,
  remarks: DraftRemark[],
): Promise<DraftRemark[]> =>
  placeRemarks(await fieldsFor(actor, course, content), remarks).map(({ lost: _, ...remark }) => remark)

/**
 * Submits the actor's draft as it stands; until reviews are due or released it can be changed and submitted again.
 * Errors: NOT_FOUND (not theirs to review, or taken back), CLOSED, CONFLICT (a stale window, or examples to score first),
 * INVALID with a sentence for each criterion and for the comment.
 */
export async function submitReview(
  actor: Actor,
  { revision, ...at }: SubmitReview,
): Promise<{ key: string }> {
  const task = await taskFor(actor, at)
  const member = authoriseReviewer(actor, task)
  const { critiqueId, reviewerId, assignment, critique } = task
  const [submission] = critique.submissions
  if (!submission) throw new AppError('NOT_FOUND')
  await requireCalibrated(assignment.id, member)
  await transaction(async (tx) => {
    await lockAllocation(tx, assignment.id, false)
    const draft = await draftOfTask(tx, task)
    if (draft.revision !== revision)
      throw new AppError('CONFLICT', 'This review was changed in another window.')
    const { comment, scores, remarks } = draft.content
    const comments = Object.fromEntries(Object.entries(scores).map(([id, s]) => [id, s.comment ?? '']))
    const said = remarks.filter((r) => r.text.trim() !== '')
    requireWhole(critique.template.criteria, levelsOf(scores), comment)
    const content = {
      comment: comment.trim(),
      levels: levelsOf(scores),
      comments,
      submission: submission.number,
    }
    const placed = await inPlace(actor, assignment.course, submission.content, said)
    await store(tx, { critiqueId, reviewerId }, { ...content, remarks: placed }, actor.at)
    await submitted(tx, {
      ...{ courseId: assignment.courseId, assignmentId: assignment.id, critiqueId, actorId: member.id },
      when: actor.at,
    })
  })
  return { key: at.key }
}

function requireWhole(criteria: readonly Criterion[], levels: Record<string, number>, comment: string): void {
  const fields: Record<string, string> = comment.trim() ? {} : { comment: 'Write a comment on the whole.' }
  try {
    requireLevels(criteria, levels)
  } catch (error) {
    if (!(error instanceof AppError) || !error.detail.fields) throw error
    Object.assign(fields, error.detail.fields)
  }
  if (Object.keys(fields).length > 0)
    throw new AppError('INVALID', 'Some of the review is missing.', { fields })
}

/**
 * A review in its reviewer's name, entered by staff: for the loader and for reviews on paper. The pair is made where it
 * was not allocated. Errors: NOT_FOUND, FORBIDDEN (no staff; one's own critique), CONFLICT (not submitted), INVALID, CLOSED.
 */
export async function recordReview(actor: Actor, input: RecordReview): Promise<{ critiqueId: string }> {
  const { critiqueId, reviewerId, remarks, ...content } = input
  const { critique, assignment } = await moderatedCritique(actor, critiqueId)
  const { courseId } = assignment
  const reviewer = await db.membership.findFirst({
    where: { id: reviewerId, courseId },
    select: { id: true },
  })
  if (!reviewer) throw new AppError('NOT_FOUND')
  if (critique.authorId === reviewerId) throw new AppError('FORBIDDEN', 'Nobody reviews their own critique.')
  const { submittedAt, template, submissions } = await db.critique.findUniqueOrThrow({
    where: { id: critiqueId },
    select: {
      submittedAt: true,
      template: { select: { criteria: { select: { id: true, levels: true } } } },
      submissions: { where: { withdrawnAt: null }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  const [submission] = submissions
  if (submittedAt === null || !submission)
    throw new AppError('CONFLICT', 'It is not submitted, so there is nothing to review.')
  requireLevels(template.criteria, content.levels)
  await transaction(async (tx) => {
    await ensurePair(tx, { critiqueId, reviewerId }, assignment, actor.at)
    const placed = await inPlace(actor, assignment.course, submission.content, remarks)
    const whole = { ...content, remarks: placed, submission: submission.number }
    await store(tx, { critiqueId, reviewerId }, whole, actor.at)
    await submitted(tx, {
      ...{ courseId, assignmentId: assignment.id, critiqueId, actorId: reviewerId, when: actor.at },
    })
  })
  return { critiqueId }
}
