import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type Actor, authorise } from '@/lib/policy'
import { recordChange } from './changed'
import { holdPassages, passagesFor } from './passage'
import type { CreateEvidence, CreateExplanations, NewEvidence } from './schema'

type Made = { id: string; code: string }

const lastPosition = (rows: { position: number }[]): number => rows[0]?.position ?? 0

/** Two members of the staff who add at once wait for each other: places in the table are unique. */
const holdOrder = (tx: Tx, courseId: string) =>
  tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${courseId}::uuid FOR NO KEY UPDATE`

/** Refuses a code that another row, or another column, of the course has. */
export async function requireFreeCodes(
  of: 'evidence' | 'explanation',
  courseId: string,
  codes: readonly string[],
  except?: string,
): Promise<void> {
  const where = { courseId, code: { in: [...codes] }, ...(except ? { id: { not: except } } : {}) }
  const taken =
    of === 'evidence'
      ? await db.evidence.findFirst({ where, select: { code: true } })
      : await db.explanation.findFirst({ where, select: { code: true } })
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  const code = taken?.code ?? twice
  if (code === undefined) return
  const message = `The code ${code} is taken. Give it another.`
  throw new AppError('CONFLICT', message, { fields: { code: message } })
}

/** Adds explanations below those there are. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (a code that is taken). */
export async function createExplanations(actor: Actor, input: CreateExplanations): Promise<Made[]> {
  const { courseId } = input
  authorise(actor, 'matrix.edit', courseId)
  await requireFreeCodes(
    'explanation',
    courseId,
    input.explanations.map((e) => e.code),
  )
  return transaction(async (tx) => {
    await holdOrder(tx, courseId)
    const last = await tx.explanation.findMany({
      where: { courseId },
      orderBy: { position: 'desc' },
      take: 1,
      select: { position: true },
    })
    const data = input.explanations.map((explanation, i) => ({
      ...explanation,
      id: uuidv7(),
      courseId,
      position: lastPosition(last) + 1 + i,
    }))
    await tx.explanation.createMany({ data })
    await recordChange(tx, actor, courseId)
    return data.map(({ id, code }) => ({ id, code }))
  })
}

/** Explanation ids by code; INVALID names a code in the ratings that the course does not have. */
export async function explanationIds(
  courseId: string,
  rows: readonly Pick<NewEvidence, 'code' | 'suggested'>[],
): Promise<Map<string, string>> {
  const explanations = await db.explanation.findMany({
    where: { courseId },
    select: { id: true, code: true },
  })
  const ids = new Map(explanations.map((e) => [e.code, e.id]))
  for (const row of rows)
    for (const code of Object.keys(row.suggested))
      if (!ids.has(code))
        throw new AppError(
          'INVALID',
          `${row.code} is rated against ${code}, which is not an explanation here.`,
        )
  return ids
}

export const suggestedRows = (
  evidenceId: string,
  suggested: NewEvidence['suggested'],
  ids: ReadonlyMap<string, string>,
) =>
  Object.entries(suggested).map(([code, value]) => ({
    evidenceId,
    explanationId: ids.get(code) ?? '',
    value,
  }))

/** Adds observations below those there are, with the ratings the class starts from and the words that report them. */
export async function createEvidence(actor: Actor, input: CreateEvidence): Promise<Made[]> {
  const { courseId, evidence } = input
  authorise(actor, 'matrix.edit', courseId)
  const ids = await explanationIds(courseId, evidence)
  const passages = await passagesFor(
    actor,
    courseId,
    evidence.map((row) => row.passage),
  )
  await requireFreeCodes(
    'evidence',
    courseId,
    evidence.map((row) => row.code),
  )
  return transaction(async (tx) => {
    await holdPassages(tx, passages)
    await holdOrder(tx, courseId)
    const last = await tx.evidence.findMany({
      where: { courseId },
      orderBy: { position: 'desc' },
      take: 1,
      select: { position: true },
    })
    const made = evidence.map((row, i) => ({ row, id: uuidv7(), position: lastPosition(last) + 1 + i }))
    await tx.evidence.createMany({
      data: made.map(({ row: { suggested: _, passage: __, date, ...rest }, id, position }, i) => ({
        ...{ ...rest, ...passages[i], id, courseId, position },
        date: date === null ? null : new Date(date),
      })),
    })
    await tx.suggestedRating.createMany({
      data: made.flatMap(({ row, id }) => suggestedRows(id, row.suggested, ids)),
    })
    await recordChange(tx, actor, courseId)
    return made.map(({ row, id }) => ({ id, code: row.code }))
  })
}
