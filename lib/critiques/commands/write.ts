import 'server-only'
import { db, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember, memberIds, visibleAssignments } from '@/lib/policy'
import { LATE_RULE, ownExtension, ruleOf } from '../queries/late-rule'
import { offeredIn } from '../queries/offered'
import { isTaken } from '../rules/late'
import type { CritiqueId, SaveAnswers, Saved, StartCritique } from '../schema'
import { critiqueFor, type Found, lockDraft, stale } from './find'

/**
 * Begins the actor's critique. There is one for each assignment: a second start, even at the same moment, answers
 * the first. A draft is nobody else's business, so there is no event. Errors: NOT_FOUND, FORBIDDEN, CLOSED.
 */
export async function startCritique(
  actor: Actor,
  { assignmentId, templateId }: StartCritique,
): Promise<{ id: string; revision: number }> {
  const assignment = await db.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, visibleAssignments(actor)] },
    select: { id: true, courseId: true, ...LATE_RULE, extensions: ownExtension(memberIds(actor)) },
  })
  if (!assignment) throw new AppError('NOT_FOUND')
  const open = isTaken(ruleOf(assignment), actor.at)
  const { id: authorId } = authoriseMember(actor, 'critique.start', assignment.courseId, { open })
  const template = await db.template.findFirst({
    where: { AND: [{ id: templateId }, offeredIn(assignment)] },
    select: { id: true },
  })
  if (!template) throw new AppError('NOT_FOUND')
  await db.critique.createMany({
    data: { assignmentId, templateId, authorId, createdAt: actor.at, savedAt: actor.at },
    skipDuplicates: true,
  })
  return db.critique.findUniqueOrThrow({
    where: { assignmentId_authorId: { assignmentId, authorId } },
    select: { id: true, revision: true },
  })
}

function fieldIds({ template }: Found, codes: string[]): Map<string, string> {
  const known = new Map(template.fields.map((f) => [f.code, f.id]))
  const unknown = codes.find((code) => !known.has(code))
  if (unknown !== undefined)
    throw new AppError('INVALID', undefined, { fields: { [unknown]: 'The template has no such field.' } })
  return known
}

/**
 * Saves what changed of the draft. After the due date a draft can still be written on, so that no words are lost, but
 * what was handed in stays as it is. Errors: NOT_FOUND, FORBIDDEN, CLOSED, INVALID, and CONFLICT where another
 * window saved something else since `revision`: nothing is overwritten then. What is stored already is no conflict,
 * so an answer that got lost on its way can be asked for again.
 */
export async function saveAnswers(actor: Actor, input: SaveAnswers): Promise<Saved> {
  const critique = await critiqueFor(actor, input.id)
  const { authorId, assignment, open, submittedAt } = critique
  const facts = { authorId, open: open || submittedAt === null }
  authoriseMember(actor, 'critique.write', assignment.courseId, facts)
  const ids = fieldIds(critique, Object.keys(input.answers))
  return transaction(async (tx) => {
    const { revision, savedAt, texts } = await lockDraft(tx, critique)
    const changed = Object.entries(input.answers).filter(([code, text]) => (texts[code] ?? '') !== text)
    if (changed.length === 0) return { revision, savedAt: savedAt.toISOString() }
    if (revision !== input.revision) throw stale()
    for (const [code, text] of changed) {
      const critiqueId_fieldId = { critiqueId: critique.id, fieldId: ids.get(code) ?? '' }
      await tx.critiqueAnswer.upsert({
        where: { critiqueId_fieldId },
        create: { ...critiqueId_fieldId, text },
        update: { text },
      })
    }
    const data = { revision: revision + 1, savedAt: actor.at }
    await tx.critique.update({ where: { id: critique.id }, data, select: { id: true } })
    return { revision: revision + 1, savedAt: actor.at.toISOString() }
  })
}

/**
 * Throws a draft away, so that another template can be chosen. What was ever handed in stays: CONFLICT.
 * Nobody else knew of the draft: no event.
 */
export async function discardDraft(actor: Actor, { id }: CritiqueId): Promise<{ discarded: true }> {
  const { authorId, assignment, open } = await critiqueFor(actor, id)
  authoriseMember(actor, 'critique.write', assignment.courseId, { authorId, open })
  const { count } = await db.critique.deleteMany({
    where: { id, submittedAt: null, submissions: { none: {} }, reviews: { none: {} } },
  })
  if (count === 0) throw new AppError('CONFLICT', 'It was submitted once, so it stays.')
  return { discarded: true }
}
