import 'server-only'
import { group } from 'd3-array'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { CellComment, Role } from '@/lib/generated/prisma/client'
import { type Actor, may, memberIds, visibleCellComments, visibleEvidence } from '@/lib/policy'
import { courseCounts } from './counts'
import { evidenceOf, evidenceParts } from './evidence-dto'
import { around, explanationOf, explanationRows, headOf, requireMember } from './queries'
import { classCell, isExtreme, mayShow } from './rules/class'
import { evenPoints } from './rules/points'
import type { CellPage, CellReasons, CommentDto, PriorDto, ReasonDto } from './schema'

type Said = {
  evidenceId: string
  explanationId: string
  value: ReasonDto['value']
  reason: string
  mine: boolean
}

/**
 * The reasons that were given, in an order that tells neither who wrote them nor when. Only of cells that `shown` names:
 * where three others have rated.
 */
async function reasonsFor(actor: Actor, shown: readonly (readonly [string, string])[]): Promise<Said[]> {
  if (!shown.length) return []
  return db.$queryRaw<Said[]>`
    SELECT r."evidenceId", r."explanationId", r."value"::text AS value, r."reason",
      r."membershipId" = ANY(${memberIds(actor)}::uuid[]) AS mine
    FROM "Rating" r JOIN unnest(${shown.map(([evidence]) => evidence)}::uuid[],
        ${shown.map(([, explanation]) => explanation)}::uuid[]) AS c("evidenceId", "explanationId")
      ON c."evidenceId" = r."evidenceId" AND c."explanationId" = r."explanationId"
    WHERE r."reason" <> '' ORDER BY md5(r."reason"), r."reason"`
}

type CommentRow = CellComment & { author: { role: Role; user: { name: string } } }

function commentOf(actor: Actor, courseId: string, row: CommentRow): CommentDto {
  const facts = { authorId: row.authorId }
  const edit = may(actor, 'cell.edit', courseId, facts)
  return {
    ...{ id: row.id, authorId: row.authorId, author: row.author.user.name, role: row.author.role },
    body: edit ? row.body : null,
    html: row.bodyHtml,
    at: row.createdAt.toISOString(),
    edited: row.editedAt !== null,
    can: { edit, remove: may(actor, 'cell.delete', courseId, facts) },
  }
}

/** One cell with everything about it, by the codes of its row and column in whichever case. */
export async function cellPage(
  actor: Actor,
  courseId: string,
  evidenceCode: string,
  explanationCode: string,
): Promise<CellPage> {
  requireMember(actor, courseId)
  const insensitive = { equals: evidenceCode, mode: 'insensitive' } as const
  const [{ columns, ...known }, row, rows] = await Promise.all([
    around(actor, courseId),
    db.evidence.findFirst({
      where: { AND: [{ courseId, code: insensitive }, visibleEvidence(actor)] },
      include: evidenceParts(actor),
    }),
    db.evidence.findMany({
      where: { AND: [{ courseId, benched: false }, visibleEvidence(actor)] },
      orderBy: { position: 'asc' },
      select: { code: true, dateLabel: true },
    }),
  ])
  const column = columns.find((e) => e.code.toLowerCase() === explanationCode.toLowerCase())
  if (!row || !column) throw new AppError('NOT_FOUND')
  const dto = evidenceOf(row, known)
  const counts = dto.classes[column.code]
  const [reasons, comments] = await Promise.all([
    reasonsFor(actor, counts ? [[row.id, column.id]] : []),
    db.cellComment.findMany({
      where: {
        AND: [{ evidenceId: row.id, explanationId: column.id, deletedAt: null }, visibleCellComments(actor)],
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { author: { select: { role: true, user: { select: { name: true } } } } },
    }),
  ])
  return {
    explanations: columns.map(headOf),
    rows,
    row: dto,
    explanation: explanationOf(column),
    cell: counts ? classCell(counts) : null,
    reasons: reasons.map(({ value, reason, mine }) => ({ value, reason, mine })),
    comments: comments.map((comment) => commentOf(actor, courseId, comment)),
    can: {
      rate: !row.benched && may(actor, 'matrix.rate', courseId),
      edit: may(actor, 'matrix.edit', courseId),
      comment: may(actor, 'cell.comment', courseId),
    },
  }
}

/** The cells whose extreme ratings were given reasons, those that the class disagrees on most first. */
export async function extremeReasons(actor: Actor, courseId: string, most = 8): Promise<CellReasons[]> {
  requireMember(actor, courseId)
  const [columns, counts, own, rows] = await Promise.all([
    explanationRows(actor, courseId),
    courseCounts(courseId),
    db.rating.findMany({
      where: { membershipId: { in: memberIds(actor) }, evidence: { courseId } },
      select: { evidenceId: true, explanationId: true },
    }),
    db.evidence.findMany({
      where: { AND: [{ courseId, benched: false }, visibleEvidence(actor)] },
      select: { id: true, code: true },
    }),
  ])
  const key = (c: { evidenceId: string; explanationId: string }) => `${c.evidenceId} ${c.explanationId}`
  const mine = new Set(own.map(key))
  const evidence = new Map(rows.map((row) => [row.id, row.code]))
  const codes = new Map(columns.map((column) => [column.id, column.code]))
  const cells = counts
    .filter((c) => evidence.has(c.evidenceId) && mayShow(c.raters, mine.has(key(c))))
    .map((c) => ({ ...c, cell: classCell(c.counts) }))
    .sort((a, b) => (b.cell.disagreement ?? 0) - (a.cell.disagreement ?? 0))
  const said = group(
    await reasonsFor(
      actor,
      cells.map((c) => [c.evidenceId, c.explanationId]),
    ),
    key,
  )
  return cells
    .flatMap((c) => {
      const extreme = (said.get(key(c)) ?? []).filter((r) => isExtreme(r.value, c.cell.middle))
      const reasons = extreme.map(({ value, reason, mine: own }) => ({ value, reason, mine: own }))
      return reasons.length
        ? [
            {
              evidence: evidence.get(c.evidenceId) ?? '',
              explanation: codes.get(c.explanationId) ?? '',
              reasons,
            },
          ]
        : []
    })
    .slice(0, most)
}

/** One's own credence before the evidence, by code; even points until one has given any. */
export async function ownPrior(actor: Actor, courseId: string): Promise<PriorDto> {
  requireMember(actor, courseId)
  const [columns, priors] = await Promise.all([
    explanationRows(actor, courseId),
    db.prior.findMany({ where: { membershipId: { in: memberIds(actor) }, explanation: { courseId } } }),
  ])
  const points = new Map(priors.map((prior) => [prior.explanationId, prior.points]))
  const even = evenPoints(columns.length)
  const given = columns.length > 0 && columns.every((column) => points.has(column.id))
  return {
    given,
    points: Object.fromEntries(
      columns.map((column, i) => [column.code, (given ? points.get(column.id) : even[i]) ?? 0]),
    ),
  }
}
