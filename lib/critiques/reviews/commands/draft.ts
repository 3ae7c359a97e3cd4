import 'server-only'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/lib/policy'
import {
  COMMENT,
  type DraftRemark,
  fromTexts,
  levelName,
  REMARKS,
  type ReviewDraft,
  toTexts,
  wordsName,
} from '../../rules/review-draft'
import type { Saved } from '../../schema'
import { draftOfTask } from '../queries/draft'
import { Remarks, type SaveReviewDraft } from '../schema'
import { authoriseReviewer, type Found, lockAllocation, taskFor } from './find'

const MAX_TEXT = 10_000

function remarksOf(json: string): DraftRemark[] {
  if (json === '') return []
  const refusal = new AppError('INVALID', 'The remarks could not be read.', {
    fields: { remarks: 'Try again.' },
  })
  try {
    const parsed = Remarks.safeParse(JSON.parse(json))
    if (parsed.success) return parsed.data
  } catch {
    // the same refusal as for JSON that is not what it should be
  }
  throw refusal
}

function requireKnown({ critique }: Found, answers: Record<string, string>): string[] {
  const criteria = critique.template.criteria.map((c) => c.id)
  const known = new Set([COMMENT, REMARKS, ...criteria.flatMap((id) => [levelName(id), wordsName(id)])])
  for (const [name, text] of Object.entries(answers)) {
    if (!known.has(name)) throw new AppError('INVALID', 'The rubric has no such criterion.')
    if (name !== REMARKS && text.length > MAX_TEXT)
      throw new AppError('INVALID', 'A comment holds at most 10,000 characters.')
  }
  return criteria
}

/** The draft's row, held until the commit, made where there was none. */
async function lockedDraft(tx: Tx, task: Found, at: Date) {
  const { critiqueId, reviewerId } = task
  const { content } = await draftOfTask(tx, task)
  await tx.reviewDraft.createMany({
    data: { critiqueId, reviewerId, savedAt: at, ...stored(content) },
    skipDuplicates: true,
  })
  await tx.$queryRaw`
    SELECT 1 FROM "ReviewDraft"
    WHERE "critiqueId" = ${critiqueId}::uuid AND "reviewerId" = ${reviewerId}::uuid FOR UPDATE`
  return draftOfTask(tx, task)
}

const stored = ({ comment, scores, remarks }: ReviewDraft) => ({
  comment,
  scores: { ...scores },
  remarks: [...remarks],
})

/**
 * Saves what changed of a review that the actor is writing. Nobody else's business until it is submitted: no event.
 * Errors: NOT_FOUND (also once it was taken from them), CLOSED, INVALID, and CONFLICT where another window saved something
 * else since `revision`; what is stored already is no conflict.
 */
export async function saveReviewDraft(actor: Actor, input: SaveReviewDraft): Promise<Saved> {
  const task = await taskFor(actor, input)
  authoriseReviewer(actor, task)
  const criteria = requireKnown(task, input.answers)
  return transaction(async (tx) => {
    await lockAllocation(tx, task.assignment.id, false)
    const key = { critiqueId: task.critiqueId, reviewerId: task.reviewerId }
    const pair = await tx.reviewAssignment.findUnique({
      where: { critiqueId_reviewerId: key },
      select: { number: true },
    })
    if (!pair) throw new AppError('NOT_FOUND')
    const { content, revision, savedAt } = await lockedDraft(tx, task, actor.at)
    const texts = toTexts(content)
    const changed = Object.entries(input.answers).filter(([name, text]) => (texts[name] ?? '') !== text)
    if (changed.length === 0) return { revision, savedAt: (savedAt ?? actor.at).toISOString() }
    if (revision !== input.revision)
      throw new AppError('CONFLICT', 'This review was changed in another window.')
    const next = fromTexts({ ...texts, ...Object.fromEntries(changed) }, criteria, remarksOf)
    await tx.reviewDraft.update({
      where: { critiqueId_reviewerId: key },
      data: { ...stored(next), revision: revision + 1, savedAt: actor.at },
      select: { revision: true },
    })
    return { revision: revision + 1, savedAt: actor.at.toISOString() }
  })
}
