import 'server-only'
import { db, type Tx, transaction } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { recordEvent } from '@/lib/events'
import { type Actor, authoriseMember, type Member, visibleEvidence, visibleExplanations } from '@/lib/policy'
import { areWhole } from './rules/points'
import { nextRating, type OwnRating, sameRating } from './rules/rate'
import type { RateCell, RateCells, SetPrior } from './schema'

const keyOf = (cell: { evidenceId: string; explanationId: string }): string =>
  `${cell.evidenceId} ${cell.explanationId}`

/** The course of cells that the actor may see and that are in the table: all of one course. */
async function courseOf(actor: Actor, ratings: readonly RateCell[]): Promise<string> {
  const [rows, columns] = [
    new Set(ratings.map((r) => r.evidenceId)),
    new Set(ratings.map((r) => r.explanationId)),
  ]
  const [evidence, explanations] = await Promise.all([
    db.evidence.findMany({
      where: { AND: [{ id: { in: [...rows] }, benched: false }, visibleEvidence(actor)] },
      select: { courseId: true },
    }),
    db.explanation.findMany({
      where: { AND: [{ id: { in: [...columns] } }, visibleExplanations(actor)] },
      select: { courseId: true },
    }),
  ])
  const courses = new Set([...evidence, ...explanations].map((thing) => thing.courseId))
  const [courseId] = courses
  const all = evidence.length === rows.size && explanations.length === columns.size
  if (!courseId || !all || courses.size > 1) throw new AppError('NOT_FOUND')
  return courseId
}

type Change = { cell: RateCell; before: OwnRating | null; after: OwnRating | null }

/** What each cell is to be, beside what it is; of a cell named twice, the last counts. */
async function changesOf(tx: Tx, member: Member, ratings: readonly RateCell[]): Promise<Change[]> {
  const cells = new Map(ratings.map((rating) => [keyOf(rating), rating]))
  const rows = await tx.rating.findMany({
    where: { membershipId: member.id, evidenceId: { in: ratings.map((r) => r.evidenceId) } },
  })
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  return [...cells].flatMap(([key, cell]) => {
    const row = known.get(key)
    const before = row ? { value: row.value, reason: row.reason, likelihood: row.likelihood } : null
    const after = nextRating(before, cell)
    return sameRating(before, after) ? [] : [{ cell, before, after }]
  })
}

async function writeRatings(tx: Tx, member: Member, changes: readonly Change[], at: Date): Promise<void> {
  const gone = changes.filter((c) => c.after === null)
  await tx.$executeRaw`
    DELETE FROM "Rating" r USING unnest(${gone.map((c) => c.cell.evidenceId)}::uuid[],
      ${gone.map((c) => c.cell.explanationId)}::uuid[]) AS d("evidenceId", "explanationId")
    WHERE r."membershipId" = ${member.id}::uuid AND r."evidenceId" = d."evidenceId"
      AND r."explanationId" = d."explanationId"`
  const kept = changes.flatMap(({ cell, after }) => (after ? [{ cell, after }] : []))
  await tx.$executeRaw`
    INSERT INTO "Rating" ("evidenceId", "explanationId", "membershipId", "value", "reason", "likelihood", "updatedAt")
    SELECT d."evidenceId", d."explanationId", ${member.id}::uuid, d."value"::"RatingValue", d."reason",
      d."likelihood", ${at}
    FROM unnest(${kept.map((c) => c.cell.evidenceId)}::uuid[], ${kept.map((c) => c.cell.explanationId)}::uuid[],
      ${kept.map((c) => c.after.value)}::text[], ${kept.map((c) => c.after.reason)}::text[],
      ${kept.map((c) => c.after.likelihood)}::float8[])
      AS d("evidenceId", "explanationId", "value", "reason", "likelihood")
    ORDER BY 1, 2
    ON CONFLICT ("evidenceId", "explanationId", "membershipId") DO UPDATE
      SET "value" = excluded."value", "reason" = excluded."reason", "likelihood" = excluded."likelihood",
        "updatedAt" = excluded."updatedAt"`
}

/**
 * Sets, changes or (null) takes back one's own ratings. Two events: one in the rater's own windows, and one for
 * everybody that names the cells and nobody. What is as it was leaves no trace. Errors: NOT_FOUND (also for rows on the
 * bench), FORBIDDEN.
 */
export async function rateCells(actor: Actor, { ratings }: RateCells): Promise<{ changed: number }> {
  const courseId = await courseOf(actor, ratings)
  const member = authoriseMember(actor, 'matrix.rate', courseId)
  return transaction(async (tx) => {
    const changes = await changesOf(tx, member, ratings)
    if (changes.length === 0) return { changed: 0 }
    await writeRatings(tx, member, changes, actor.at)
    await tell(tx, actor, member, courseId, changes)
    return { changed: changes.length }
  })
}

async function tell(tx: Tx, { at }: Actor, member: Member, courseId: string, changes: readonly Change[]) {
  await recordEvent(tx, {
    ...({ audience: 'PERSON', audienceId: member.id } as const),
    ...{ courseId, type: 'matrix.rated', actorId: member.id, scopeId: courseId, at },
    ...(changes.length === 1 ? { subjectId: changes[0]?.cell.evidenceId ?? '' } : {}),
  })
  const counted = changes.filter(
    ({ before, after }) => before?.value !== after?.value || before?.reason !== after?.reason,
  )
  if (!counted.length) return
  const cells = counted.map(({ cell }) => [cell.evidenceId, cell.explanationId])
  await recordEvent(tx, {
    ...({ audience: 'EVERYONE', courseId, type: 'matrix.counted', actorId: null } as const),
    ...{ scopeId: courseId, payload: { cells }, at },
  })
}

/** One cell; see `rateCells`. */
export async function rateCell(actor: Actor, input: RateCell): Promise<RateCell> {
  await rateCells(actor, { ratings: [input] })
  return input
}

/** One's credence before the evidence: points for every explanation of the course, 100 together. Seen by nobody else. */
export async function setPrior(actor: Actor, { courseId, points }: SetPrior): Promise<SetPrior> {
  const member = authoriseMember(actor, 'matrix.rate', courseId)
  const explanations = await db.explanation.findMany({ where: { courseId }, select: { id: true } })
  const known = new Set(explanations.map((e) => e.id))
  const ids = Object.keys(points)
  if (ids.length !== known.size || !ids.every((id) => known.has(id)))
    throw new AppError('CONFLICT', 'The explanations have changed meanwhile. Load the page again.')
  if (!areWhole(Object.values(points)))
    throw new AppError('INVALID', 'The points must come to 100.', {
      fields: { points: 'The points must come to 100.' },
    })
  await transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Prior" ("explanationId", "membershipId", "points", "updatedAt")
      SELECT d."id", ${member.id}::uuid, d."points", ${actor.at}
      FROM unnest(${ids}::uuid[], ${Object.values(points)}::int[]) AS d("id", "points") ORDER BY 1
      ON CONFLICT ("explanationId", "membershipId") DO UPDATE
        SET "points" = excluded."points", "updatedAt" = excluded."updatedAt"`
    await recordEvent(tx, {
      ...({ audience: 'PERSON', audienceId: member.id, courseId, type: 'matrix.rated' } as const),
      ...{ actorId: member.id, scopeId: courseId, payload: { prior: true }, at: actor.at },
    })
  })
  return { courseId, points }
}
