import type { EvidenceDto, MatrixPage } from '../schema'
import { codesOf, ratingIn } from './lay-over'
import { LIKELIHOODS, type Row } from './likelihood'
import type { Whose } from './vocabulary'

/** The likelihoods of every row that counts: from the ratings, and for one's own from one's own number where there is one. */
export function likelihoodRows(page: Pick<MatrixPage, 'explanations' | 'rows'>, whose: Whose): Row[] {
  const codes = codesOf(page)
  const of = (row: EvidenceDto, code: string): number =>
    (whose === 'mine' ? row.likelihoods[code] : undefined) ?? LIKELIHOODS[ratingIn(row, code, whose)]
  return page.rows.map((row) => ({
    code: row.code,
    likelihoods: Object.fromEntries(codes.map((code) => [code, of(row, code)])),
  }))
}
