import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authorise, visibleEvidence, visibleExplanations } from '@/lib/policy'
import { recordChange } from './changed'
import { explanationIds, requireFreeCodes, suggestedRows } from './commands'
import { holdPassages, passagesFor } from './passage'
import type { ArrangeMatrix, EditEvidence, EditExplanation, ThingId } from './schema'

type Done = { id: string; code: string }

async function evidenceFor(actor: Actor, id: string) {
  const row = await db.evidence.findFirst({ where: { AND: [{ id }, visibleEvidence(actor)] } })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

async function explanationFor(actor: Actor, id: string) {
  const row = await db.explanation.findFirst({ where: { AND: [{ id }, visibleExplanations(actor)] } })
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/**
 * Changes what is given of an observation; its ratings and posts stay. A benched row keeps its ratings and counts for
 * nothing until it is back. Errors: NOT_FOUND, FORBIDDEN, INVALID, CONFLICT (a code that is taken, words just revised).
 */
export async function editEvidence(actor: Actor, input: EditEvidence): Promise<Done> {
  const { id, passage, suggested, date, ...plain } = input
  const row = await evidenceFor(actor, id)
  authorise(actor, 'matrix.edit', row.courseId)
  const { courseId } = row
  const code = plain.code ?? row.code
  if (code !== row.code) await requireFreeCodes('evidence', courseId, [code], id)
  const ids = suggested && (await explanationIds(courseId, [{ code, suggested }]))
  const anchors = passage === undefined ? [] : await passagesFor(actor, courseId, [passage])
  const day = date === undefined ? {} : { date: date === null ? null : new Date(date) }
  await transaction(async (tx) => {
    await holdPassages(tx, anchors)
    await tx.evidence.update({
      where: { id },
      data: { ...plain, ...day, ...anchors[0] },
      select: { id: true },
    })
    if (suggested && ids) {
      await tx.suggestedRating.deleteMany({ where: { evidenceId: id } })
      await tx.suggestedRating.createMany({ data: suggestedRows(id, suggested, ids) })
    }
    await recordChange(tx, actor, courseId, id)
  })
  return { id, code }
}

/** Changes what is given of an explanation. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (a code that is taken). */
export async function editExplanation(actor: Actor, { id, ...data }: EditExplanation): Promise<Done> {
  const row = await explanationFor(actor, id)
  authorise(actor, 'matrix.edit', row.courseId)
  const code = data.code ?? row.code
  if (code !== row.code) await requireFreeCodes('explanation', row.courseId, [code], id)
  await transaction(async (tx) => {
    await tx.explanation.update({ where: { id }, data, select: { id: true } })
    await recordChange(tx, actor, row.courseId, id)
  })
  return { id, code }
}

/** A place is unique in its table, so all go out of the way before any takes its own. */
async function writePlaces(tx: Tx, { what, courseId, ids }: ArrangeMatrix): Promise<number> {
  if (what === 'evidence') {
    await tx.$executeRaw`UPDATE "Evidence" SET "position" = -"position" WHERE "courseId" = ${courseId}::uuid`
    return tx.$executeRaw`UPDATE "Evidence" e SET "position" = d."at"
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS d("id", "at")
      WHERE e."id" = d."id" AND e."courseId" = ${courseId}::uuid`
  }
  await tx.$executeRaw`UPDATE "Explanation" SET "position" = -"position" WHERE "courseId" = ${courseId}::uuid`
  return tx.$executeRaw`UPDATE "Explanation" e SET "position" = d."at"
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS d("id", "at")
    WHERE e."id" = d."id" AND e."courseId" = ${courseId}::uuid`
}

/** Puts all rows, or all columns, in the order given; CONFLICT when somebody has added or taken one away meanwhile. */
export async function arrangeMatrix(actor: Actor, input: ArrangeMatrix): Promise<{ arranged: number }> {
  const { courseId, what, ids } = input
  authorise(actor, 'matrix.edit', courseId)
  const arranged = await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR NO KEY UPDATE`
    const all =
      what === 'evidence'
        ? await tx.evidence.count({ where: { courseId } })
        : await tx.explanation.count({ where: { courseId } })
    const placed = new Set(ids).size === all && ids.length === all ? await writePlaces(tx, input) : -1
    if (placed !== all) throw new AppError('CONFLICT', 'The table has changed meanwhile. Load it again.')
    await recordChange(tx, actor, courseId)
    return placed
  })
  return { arranged }
}

const USED = (what: string) => new AppError('CONFLICT', `${what} Put it on the bench instead.`)

/** Takes an observation away that nobody has rated, discussed or cited; others go to the bench. */
export async function removeEvidence(actor: Actor, { id }: ThingId): Promise<ThingId> {
  const { courseId } = await evidenceFor(actor, id)
  authorise(actor, 'matrix.edit', courseId)
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Evidence" WHERE "id" = ${id}::uuid FOR UPDATE`
    const used = await tx.evidence.count({
      where: { id, OR: [{ ratings: { some: {} } }, { comments: { some: {} } }, { sources: { some: {} } }] },
    })
    if (used) throw USED('This observation has been rated, discussed or cited.')
    await tx.evidence.delete({ where: { id }, select: { id: true } })
    await recordChange(tx, actor, courseId)
  })
  return { id }
}

/** Takes an explanation away that nobody has rated, discussed, weighed or voted on. */
export async function removeExplanation(actor: Actor, { id }: ThingId): Promise<ThingId> {
  const { courseId } = await explanationFor(actor, id)
  authorise(actor, 'matrix.edit', courseId)
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Explanation" WHERE "id" = ${id}::uuid FOR UPDATE`
    const some = { some: {} }
    const used = await tx.explanation.count({
      where: { id, OR: [{ ratings: some }, { comments: some }, { priors: some }, { options: some }] },
    })
    if (used)
      throw new AppError(
        'CONFLICT',
        'This explanation has been rated, discussed or voted on: it has to stay.',
      )
    await tx.explanation.delete({ where: { id }, select: { id: true } })
    await recordChange(tx, actor, courseId)
  })
  return { id }
}
