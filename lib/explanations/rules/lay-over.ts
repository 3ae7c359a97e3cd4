import type { EvidenceDto, MatrixPage, MatrixScores } from '../schema'
import { middleRating } from './class'
import {
  diagnosticity,
  inconsistency,
  type Level,
  leaders,
  type Matrix,
  weightedInconsistency,
} from './matrix'
import type { LevelName, RatingName, Whose } from './vocabulary'

type Row = Pick<EvidenceDto, 'code' | 'credibility' | 'relevance' | 'suggested' | 'own' | 'classes'>
type Rated = Pick<Row, 'suggested' | 'own' | 'classes'>

const LEVEL: Record<LevelName, Level> = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' }

/** The class's middle rating of a cell; undefined while too few have rated it. */
export function classRating(row: Pick<Row, 'classes'>, code: string): RatingName | undefined {
  const counts = row.classes[code]
  return counts && middleRating(counts)
}

/** The rating that counts in a cell: one's own, or the class's, where there is one; else the one the class starts from. */
export function ratingIn(row: Rated, code: string, whose: Whose): RatingName {
  const start = row.suggested[code] ?? 'NA'
  if (whose === 'mine') return row.own[code] ?? start
  return whose === 'class' ? (classRating(row, code) ?? start) : start
}

/** The table that is counted. */
export function matrixOf(codes: readonly string[], rows: readonly Row[], whose: Whose): Matrix {
  return {
    explanations: [...codes],
    evidence: rows.map((row) => ({
      id: row.code,
      credibility: LEVEL[row.credibility],
      relevance: LEVEL[row.relevance],
      ratings: Object.fromEntries(codes.map((code) => [code, ratingIn(row, code, whose)])),
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

type Page = Pick<MatrixPage, 'explanations' | 'rows'>

export const codesOf = ({ explanations }: Pick<Page, 'explanations'>): string[] =>
  explanations.map((e) => e.code)

/** What the ratings of one side add up to. The bench is not counted. */
export const scoresFor = (page: Page, whose: Whose): MatrixScores =>
  scoresOf(matrixOf(codesOf(page), page.rows, whose))

/** In how many of the table's cells there is a rating of one's own, and one of the class that may be shown. */
export function ratedCells({ rows }: Page): { own: number; classes: number } {
  const count = (of: (row: EvidenceDto) => object) =>
    rows.reduce((sum, row) => sum + Object.keys(of(row)).length, 0)
  return { own: count((row) => row.own), classes: count((row) => row.classes) }
}
