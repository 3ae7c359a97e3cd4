import 'server-only'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Evidence, Explanation, Rating, SuggestedRating } from '@/lib/generated/prisma/client'
import { renderMarkdown } from '@/lib/markdown'
import { type Actor, may, memberIds, memberIn, visibleEvidence, visibleExplanations } from '@/lib/policy'
import { matrixOf, scoresOf } from './rules/lay-over'
import type { EvidenceDto, ExplanationDto, ExplanationHead, MatrixPage, RatingName } from './schema'

const headOf = ({ id, code, name, shortName, position }: Explanation): ExplanationHead => ({
  id,
  code,
  name,
  shortName,
  hue: ((position - 1) % 6) + 1,
})

const explanationOf = (row: Explanation): ExplanationDto => ({
  ...headOf(row),
  statementHtml: renderMarkdown(row.statement),
  literatureHtml: renderMarkdown(row.literature),
  predictsHtml: renderMarkdown(row.predicts),
  countsAgainstHtml: renderMarkdown(row.countsAgainst),
})

function requireMember(actor: Actor, courseId: string): void {
  if (!memberIn(actor, courseId)) throw new AppError('NOT_FOUND')
}

const rowsOf = (actor: Actor, courseId: string): Promise<Explanation[]> =>
  db.explanation.findMany({
    where: { AND: [{ courseId }, visibleExplanations(actor)] },
    orderBy: { position: 'asc' },
  })

/** The course's competing explanations, in their order. */
export async function listExplanations(actor: Actor, courseId: string): Promise<ExplanationDto[]> {
  requireMember(actor, courseId)
  return (await rowsOf(actor, courseId)).map(explanationOf)
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

type EvidenceRow = Evidence & { suggested: SuggestedRating[]; ratings: Rating[] }

function evidenceOf(row: EvidenceRow, codes: Map<string, string>): EvidenceDto {
  const byCode = (cells: { explanationId: string; value: RatingName }[]): Record<string, RatingName> =>
    Object.fromEntries(cells.map((cell) => [codes.get(cell.explanationId) ?? '', cell.value]))
  const { id, code, dateLabel, observation, source, testType, argument, credibility, relevance, benched } =
    row
  return {
    ...{ id, code, dateLabel, observation, source, testType, argument, credibility, relevance, benched },
    suggested: byCode(row.suggested),
    own: byCode(row.ratings),
  }
}

/** The evidence matrix: the ratings the class starts from, the member's own, and what both add up to. */
export async function matrixPage(actor: Actor, courseId: string): Promise<MatrixPage> {
  requireMember(actor, courseId)
  const [explanations, evidence] = await Promise.all([
    rowsOf(actor, courseId),
    db.evidence.findMany({
      where: { AND: [{ courseId }, visibleEvidence(actor)] },
      orderBy: { position: 'asc' },
      include: { suggested: true, ratings: { where: { membershipId: { in: memberIds(actor) } } } },
    }),
  ])
  const codes = explanations.map((e) => e.code)
  const codeOf = new Map(explanations.map((e) => [e.id, e.code]))
  const all = evidence.map((row) => evidenceOf(row, codeOf))
  const rows = all.filter((row) => !row.benched)
  return {
    explanations: explanations.map(headOf),
    rows,
    bench: all.filter((row) => row.benched),
    start: scoresOf(matrixOf(codes, rows, false)),
    mine: scoresOf(matrixOf(codes, rows, true)),
    ownCount: rows.reduce((sum, row) => sum + Object.keys(row.own).length, 0),
    can: { rate: may(actor, 'matrix.rate', courseId), edit: may(actor, 'matrix.edit', courseId) },
  }
}
