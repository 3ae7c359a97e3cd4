import type { EvidenceDto, LevelName, MatrixScores, RatingName } from '../schema'
import {
  diagnosticity,
  inconsistency,
  type Level,
  leaders,
  type Matrix,
  weightedInconsistency,
} from './matrix'

type Row = Pick<EvidenceDto, 'code' | 'credibility' | 'relevance' | 'suggested' | 'own'>

const LEVEL: Record<LevelName, Level> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' }

/** The rating that counts in a cell: one's own where there is one, else the one the class starts from. */
export const ratingIn = (row: Pick<Row, 'suggested' | 'own'>, code: string, mine: boolean): RatingName =>
  (mine ? row.own[code] : undefined) ?? row.suggested[code] ?? 'NA'

/** The table that is counted: as the class starts it, or with one's own ratings laid over it. */
export function matrixOf(codes: string[], rows: Row[], mine: boolean): Matrix {
  return {
    explanations: codes,
    evidence: rows.map((row) => ({
      id: row.code,
      credibility: LEVEL[row.credibility],
      relevance: LEVEL[row.relevance],
      ratings: Object.fromEntries(codes.map((code) => [code, ratingIn(row, code, mine)])),
    })),
  }
}

export function scoresOf(matrix: Matrix): MatrixScores {
  const plain = inconsistency(matrix)
  const weighted = weightedInconsistency(matrix)
  const any = matrix.explanations.length > 0 && matrix.evidence.length > 0
  return {
    inconsistency: plain,
    weighted,
    leaders: any ? leaders(plain) : [],
    weightedLeaders: any ? leaders(weighted) : [],
    diagnosticity: diagnosticity(matrix),
  }
}
