import 'server-only'
import { transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember } from '@/lib/policy'
import { absorb } from '../reviews/commands/allocate'
import { missing } from '../rules/missing'
import type { CritiqueId, SubmissionPart, SubmitCritique } from '../schema'
import { critiqueFor, type Found, lockDraft, stale } from './find'

function requireComplete({ template }: Found, texts: Record<string, string>): void {
  const found = missing(template, texts)
  if (found.length === 0) return
  const fields: Record<string, string> = {}
  for (const { code, message } of found) fields[code] ??= message
  throw new AppError('INVALID', found.map((m) => m.message).join(' '), { fields })
}

const frozen = ({ template }: Found, texts: Record<string, string>): SubmissionPart[] =>
  template.fields.map(({ id, code, title, kind }) => ({
    fieldId: id,
    code,
    title,
    kind,
    text: texts[code] ?? '',
  }))

const sameText = (a: SubmissionPart[], b: SubmissionPart[]): boolean =>
  a.length === b.length && a.every((part, i) => part.fieldId === b[i]?.fieldId && part.text === b[i]?.text)

/**
 * Hands the draft in as it stands, or hands it in again under the next number. Sent twice without a change it
 * answers the one submission. Errors: NOT_FOUND, FORBIDDEN, CLOSED, CONFLICT (a stale window), INVALID with a
 * sentence for each field that is empty or over its limit (`fields.total` for the whole).
 */
export async function submitCritique(
  actor: Actor,
  { id, revision }: SubmitCritique,
): Promise<{ id: string; number: number; submittedAt: string }> {
  const critique = await critiqueFor(actor, id)
  const { authorId, assignment, open } = critique
  const member = authoriseMember(actor, 'critique.write', assignment.courseId, { authorId, open })
  const done = await transaction(async (tx) => {
    const draft = await lockDraft(tx, critique)
    if (draft.revision !== revision) throw stale()
    requireComplete(critique, draft.texts)
    const content = frozen(critique, draft.texts)
    const last = await tx.submission.findFirst({ where: { critiqueId: id }, orderBy: { number: 'desc' } })
    if (last && draft.submittedAt && !last.withdrawnAt && sameText(content, last.content as SubmissionPart[]))
      return { id, number: last.number, submittedAt: last.submittedAt.toISOString() }
    const number = (last?.number ?? 0) + 1
    await tx.submission.create({ data: { critiqueId: id, number, content, submittedAt: actor.at } })
    await tx.critique.update({ where: { id }, data: { submittedAt: actor.at }, select: { id: true } })
    await recordEvent(tx, {
      ...{ courseId: assignment.courseId, type: 'critique.submitted', actorId: member.id, audience: 'STAFF' },
      ...{ subjectId: id, scopeId: assignment.id },
      payload: { number },
      at: actor.at,
    })
    return { id, number, submittedAt: actor.at.toISOString() }
  })
  if (assignment.allocatedAt) await absorb(assignment.id, actor.at)
  return done
}

/**
 * Once critiques are shared out they stay: taking one away would throw away somebody's work. That they are is known to the
 * class; whether anybody has this one is not its author's to learn.
 */
function requireUnallocated(allocatedAt: Date | null): void {
  if (allocatedAt)
    throw new AppError(
      'CONFLICT',
      'Critiques are out for review, so it stays. You can still revise and submit again.',
    )
}

/**
 * Takes it back while it is still taken: it is a draft again, seen by its author alone. Twice is once. Errors: NOT_FOUND,
 * FORBIDDEN, CLOSED, CONFLICT (it is out for review).
 */
export async function withdrawCritique(actor: Actor, { id }: CritiqueId): Promise<{ id: string }> {
  const { authorId, assignment, open } = await critiqueFor(actor, id)
  const member = authoriseMember(actor, 'critique.write', assignment.courseId, { authorId, open })
  requireUnallocated(assignment.allocatedAt)
  return transaction(async (tx) => {
    const { count } = await tx.critique.updateMany({
      where: { id, submittedAt: { not: null } },
      data: { submittedAt: null },
    })
    await tx.submission.updateMany({
      where: { critiqueId: id, withdrawnAt: null },
      data: { withdrawnAt: actor.at },
    })
    if (count > 0)
      await recordEvent(tx, {
        ...{
          courseId: assignment.courseId,
          type: 'critique.withdrawn',
          actorId: member.id,
          audience: 'STAFF',
        },
        ...{ subjectId: id, scopeId: assignment.id },
        at: actor.at,
      })
    return { id }
  })
}
