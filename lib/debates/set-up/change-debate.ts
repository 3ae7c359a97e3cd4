import 'server-only'
import { type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authoriseMember } from '@/lib/policy'
import { heldProblem } from '../rules/order'
import type { ChangeDebate, DebateRef } from '../schema'
import { debateFor, lockDebate, recordDebate } from './base'
import { requireOrder } from './create-debate'
import { loadSettings } from './settings'

type Wanted = ChangeDebate['phases']

const refusePhase = (index: number, message: string): AppError =>
  new AppError('CONFLICT', message, { fields: { [`phases.${index}.name`]: message } })

/** Phases that are gone go, those that are kept take their new places, and new ones are added: four statements. */
async function writePhases(tx: Tx, debateId: string, wanted: Wanted): Promise<void> {
  const rows = wanted.map((phase, i) => ({ ...phase, position: i + 1 }))
  const kept = rows.flatMap(({ id, ...row }) => (id ? [{ id, ...row }] : []))
  await tx.phase.deleteMany({ where: { debateId, id: { notIn: kept.map((p) => p.id) } } })
  // out of the way first: two phases never have one place
  await tx.$executeRaw`UPDATE "Phase" SET "position" = -"position" WHERE "debateId" = ${debateId}::uuid`
  await tx.$executeRaw`
    UPDATE "Phase" p SET "position" = w."position", "name" = w."name", "minutes" = w."minutes", "who" = w."who",
      "purpose" = w."purpose", "kind" = w."kind"::"PhaseKind", "speakers" = w."speakers", "asks" = w."asks"
    FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS w("id" uuid, "position" int, "name" text, "minutes" int,
      "who" text, "purpose" text, "kind" text, "speakers" jsonb, "asks" text)
    WHERE p."id" = w."id" AND p."debateId" = ${debateId}::uuid`
  const made = rows.flatMap(({ id, ...row }) => (id ? [] : [{ ...row, debateId }]))
  if (made.length) await tx.phase.createMany({ data: made })
}

/**
 * Changes what a debate was set up with. Phases that have been run stay as they were. Errors: NOT_FOUND, FORBIDDEN,
 * CLOSED, INVALID (the order of votes), CONFLICT (somebody changed it first; a phase that has been held).
 */
export async function changeDebate(actor: Actor, input: ChangeDebate): Promise<DebateRef> {
  const { id, mark, phases, ...settings } = input
  const { courseId, slug, closedAt } = await debateFor(actor, id)
  const member = authoriseMember(actor, 'debate.manage', courseId)
  if (closedAt) throw new AppError('CLOSED')
  requireOrder(phases)
  return transaction(async (tx) => {
    const { begun } = await lockDebate(tx, id)
    const was = await loadSettings(tx, id)
    if (was.mark !== mark)
      throw new AppError('CONFLICT', 'Somebody else changed this debate meanwhile. Load the page again.')
    const known = new Set(was.phases.map((p) => p.id))
    const strange = phases.findIndex((p) => p.id && !known.has(p.id))
    if (strange >= 0) throw refusePhase(strange, 'This phase is not in the debate any more.')
    const problem = heldProblem(was.phases, phases, was.phases.filter((p) => p.held).length)
    if (problem) throw refusePhase(problem.index, problem.message)
    if (begun && settings.startsAt?.toISOString() !== (was.startsAt ?? undefined))
      throw new AppError('CONFLICT', 'The debate has begun, so its beginning stays.', {
        fields: { startsAt: 'The debate has begun, so its beginning stays.' },
      })
    await tx.debate.update({ where: { id }, data: settings, select: { id: true } })
    await writePhases(tx, id, phases)
    await recordDebate(tx, 'debate.changed', { actor, member, debateId: id })
    return { id, slug }
  })
}
