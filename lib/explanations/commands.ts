import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authorise, authoriseMember, visibleEvidence, visibleExplanations } from '@/lib/policy'
import type { CreateEvidence, CreateExplanations, RateCell } from './schema'

type Made = { id: string; code: string }

const lastPosition = (rows: { position: number }[]): number => rows[0]?.position ?? 0

async function recordChange(tx: Tx, actor: Actor, courseId: string): Promise<void> {
  const member = authoriseMember(actor, 'matrix.edit', courseId)
  await recordEvent(tx, {
    audience: 'EVERYONE',
    courseId,
    type: 'matrix.changed',
    actorId: member.id,
    scopeId: courseId,
    at: actor.at,
  })
}

/** Adds explanations below those there are. Errors: NOT_FOUND, FORBIDDEN, CONFLICT (a code that is taken). */
export async function createExplanations(actor: Actor, input: CreateExplanations): Promise<Made[]> {
  const { courseId } = input
  authorise(actor, 'matrix.edit', courseId)
  return transaction(async (tx) => {
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
async function codesIn(courseId: string, evidence: CreateEvidence['evidence']): Promise<Map<string, string>> {
  const explanations = await db.explanation.findMany({
    where: { courseId },
    select: { id: true, code: true },
  })
  const ids = new Map(explanations.map((e) => [e.code, e.id]))
  for (const row of evidence)
    for (const code of Object.keys(row.suggested))
      if (!ids.has(code))
        throw new AppError(
          'INVALID',
          `${row.code} is rated against ${code}, which is not an explanation here.`,
        )
  return ids
}

/** Adds observations below those there are, with the ratings the class starts from. */
export async function createEvidence(actor: Actor, input: CreateEvidence): Promise<Made[]> {
  const { courseId } = input
  authorise(actor, 'matrix.edit', courseId)
  const explanationIds = await codesIn(courseId, input.evidence)
  return transaction(async (tx) => {
    const last = await tx.evidence.findMany({
      where: { courseId },
      orderBy: { position: 'desc' },
      take: 1,
      select: { position: true },
    })
    const made = input.evidence.map((row, i) => ({ row, id: uuidv7(), position: lastPosition(last) + 1 + i }))
    await tx.evidence.createMany({
      data: made.map(({ row: { suggested: _, date, ...rest }, id, position }) => ({
        ...rest,
        ...{ id, courseId, position },
        date: date === null ? null : new Date(date),
      })),
    })
    await tx.suggestedRating.createMany({
      data: made.flatMap(({ row, id }) =>
        Object.entries(row.suggested).map(([code, value]) => ({
          evidenceId: id,
          explanationId: explanationIds.get(code) ?? '',
          value,
        })),
      ),
    })
    await recordChange(tx, actor, courseId)
    return made.map(({ row, id }) => ({ id, code: row.code }))
  })
}

/** The course of a cell that the actor may see and that is in the table. */
async function cellCourse(actor: Actor, { evidenceId, explanationId }: RateCell): Promise<string> {
  const [evidence, explanation] = await Promise.all([
    db.evidence.findFirst({ where: { AND: [{ id: evidenceId, benched: false }, visibleEvidence(actor)] } }),
    db.explanation.findFirst({ where: { AND: [{ id: explanationId }, visibleExplanations(actor)] } }),
  ])
  if (!evidence || !explanation || evidence.courseId !== explanation.courseId) throw new AppError('NOT_FOUND')
  return evidence.courseId
}

/** Sets, changes or (null) takes back one's own rating of a cell; nobody else is told of it. */
export async function rateCell(actor: Actor, input: RateCell): Promise<RateCell> {
  const courseId = await cellCourse(actor, input)
  const { id: membershipId } = authoriseMember(actor, 'matrix.rate', courseId)
  const { evidenceId, explanationId, value } = input
  const cell = { evidenceId, explanationId, membershipId }
  await transaction(async (tx) => {
    if (value === null) await tx.rating.deleteMany({ where: cell })
    else
      await tx.rating.upsert({
        where: { evidenceId_explanationId_membershipId: cell },
        create: { ...cell, value, updatedAt: actor.at },
        update: { value, updatedAt: actor.at },
      })
    await recordEvent(tx, {
      audience: 'PERSON',
      audienceId: membershipId,
      courseId,
      type: 'matrix.rated',
      actorId: membershipId,
      subjectId: evidenceId,
      scopeId: courseId,
      at: actor.at,
    })
  })
  return input
}
