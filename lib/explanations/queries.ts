import 'server-only'
import { group } from 'd3-array'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Explanation } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import {
  type Actor,
  may,
  memberIn,
  visibleCellComments,
  visibleEvidence,
  visibleExplanations,
} from '@/lib/policy'
import { courseCounts } from './counts'
import { type Around, evidenceOf, evidenceParts } from './evidence-dto'
import type { ExplanationDto, ExplanationHead, MatrixPage } from './schema'

export const headOf = ({ id, code, name, shortName, position }: Explanation): ExplanationHead => ({
  id,
  code,
  name,
  shortName,
  hue: ((position - 1) % 6) + 1,
})

export const explanationOf = (row: Explanation): ExplanationDto => ({
  ...headOf(row),
  statementHtml: renderMarkdown(row.statement),
  literatureHtml: renderMarkdown(row.literature),
  predictsHtml: renderMarkdown(row.predicts),
  countsAgainstHtml: renderMarkdown(row.countsAgainst),
})

export function requireMember(actor: Actor, courseId: string): void {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
}

export const explanationRows = (actor: Actor, courseId: string): Promise<Explanation[]> =>
  db.explanation.findMany({
    where: { AND: [{ courseId }, visibleExplanations(actor)] },
    orderBy: { position: 'asc' },
  })

/** The course's competing explanations, in their order. */
export async function listExplanations(actor: Actor, courseId: string): Promise<ExplanationDto[]> {
  requireMember(actor, courseId)
  return (await explanationRows(actor, courseId)).map(explanationOf)
}

/** One explanation by its code, whichever case the address has it in. */
export async function explanationByCode(
  actor: Actor,
  courseId: string,
  code: string,
): Promise<ExplanationDto> {
  const row = await db.explanation.findFirst({
    where: { AND: [{ courseId, code: { equals: code, mode: 'insensitive' } }, visibleExplanations(actor)] },
  })
  if (!row) throw new AppError('NOT_FOUND')
  return explanationOf(row)
}

/** How many posts stand under each cell of the course. */
const commentCounts = (actor: Actor, courseId: string) =>
  db.cellComment.groupBy({
    by: ['evidenceId', 'explanationId'],
    where: { AND: [{ deletedAt: null, evidence: { courseId } }, visibleCellComments(actor)] },
    _count: true,
  })

/** All that is asked beside the rows themselves: three questions, however large the table. */
export async function around(actor: Actor, courseId: string): Promise<Around & { columns: Explanation[] }> {
  const [columns, counts, comments] = await Promise.all([
    explanationRows(actor, courseId),
    courseCounts(courseId),
    commentCounts(actor, courseId),
  ])
  const posts = comments.map(({ _count, ...cell }) => ({ ...cell, n: _count }))
  return {
    actor,
    columns,
    codes: new Map(columns.map((e) => [e.id, e.code])),
    counts: group(counts, (c) => c.evidenceId),
    comments: group(posts, (c) => c.evidenceId),
  }
}

/** The evidence matrix: the ratings the class starts from, the class's, and the member's own. */
export async function matrixPage(actor: Actor, courseId: string): Promise<MatrixPage> {
  requireMember(actor, courseId)
  const [{ columns, ...known }, evidence] = await Promise.all([
    around(actor, courseId),
    db.evidence.findMany({
      where: { AND: [{ courseId }, visibleEvidence(actor)] },
      orderBy: { position: 'asc' },
      include: evidenceParts(actor),
    }),
  ])
  const all = evidence.map((row) => evidenceOf(row, known))
  return {
    explanations: columns.map(headOf),
    rows: all.filter((row) => !row.benched),
    bench: all.filter((row) => row.benched),
    can: { rate: may(actor, 'matrix.rate', courseId), edit: may(actor, 'matrix.edit', courseId) },
  }
}
