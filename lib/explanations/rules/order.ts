import type { EvidenceDto } from '../schema'
import { disagreement, distance, meanOf } from './class'
import { classRating } from './lay-over'
import type { Order, RatingName } from './vocabulary'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Mean disagreement over the row's cells that the class has rated; null where there is none. */
export const rowDisagreement = (row: Pick<EvidenceDto, 'classes'>): number | null =>
  meanOf(Object.values(row.classes).map(disagreement))

/** Steps between one's own rating and the class's; null without both on the scale. */
export function ownDistance(row: Pick<EvidenceDto, 'own' | 'classes'>, code: string): number | null {
  const own: RatingName | undefined = row.own[code]
  const classes = classRating(row, code)
  return own && classes ? distance(own, classes) : null
}

/** The rows in the order that is asked for; equal ones stay as the staff put them. */
export function inOrder(
  rows: readonly EvidenceDto[],
  order: Order,
  diagnosticity: Record<string, number>,
): EvidenceDto[] {
  const by: Record<Order, (a: EvidenceDto, b: EvidenceDto) => number> = {
    date: (a, b) => compare(a.date ?? '9999', b.date ?? '9999'),
    code: (a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }),
    apart: (a, b) => (diagnosticity[b.code] ?? 0) - (diagnosticity[a.code] ?? 0),
    disagreement: (a, b) => (rowDisagreement(b) ?? -1) - (rowDisagreement(a) ?? -1),
  }
  return [...rows].sort(by[order])
}
