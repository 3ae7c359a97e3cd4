import type { RateCell } from '../schema'
import type { RatingName } from './vocabulary'

export type OwnRating = { value: RatingName; reason: string; likelihood: number | null }

/**
 * One's rating of a cell after a change; null where it is taken back. A reason and a likelihood are those of their
 * rating: what is not given stays while the rating does, and goes with it.
 */
export function nextRating(
  before: OwnRating | null,
  { value, reason, likelihood }: Pick<RateCell, 'value' | 'reason' | 'likelihood'>,
): OwnRating | null {
  if (value === null) return null
  const kept = before?.value === value ? before : null
  return {
    value,
    reason: reason ?? kept?.reason ?? '',
    likelihood: likelihood === undefined ? (kept?.likelihood ?? null) : likelihood,
  }
}

export const sameRating = (a: OwnRating | null, b: OwnRating | null): boolean =>
  a?.value === b?.value && a?.reason === b?.reason && a?.likelihood === b?.likelihood
