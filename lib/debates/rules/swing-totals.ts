import type { Side, Swing } from './swing'

export type Totals = Record<Side, number>
export type Change = Pick<Swing, 'before' | 'after' | 'change' | 'normalisedGain' | 'winner'>

const cast = (totals: Totals): number => totals.for + totals.against + totals.undecided

/**
 * The change between two votes that cannot be linked: of shares of those who voted each time, in percentage points.
 * The winner is worked out from whole numbers. A RangeError where nobody voted.
 */
export function swingOfTotals(before: Totals, after: Totals): Change {
  const [was, is] = [cast(before), cast(after)]
  if (!was || !is) throw new RangeError('Nobody voted.')
  // both shares over one denominator
  const moved = (side: 'for' | 'against') => after[side] * was - before[side] * is
  const points = (side: 'for' | 'against') => (100 * moved(side)) / (was * is)
  const gain = (side: 'for' | 'against') =>
    before[side] === was ? null : moved(side) / ((was - before[side]) * is)
  return {
    before,
    after,
    change: { for: points('for'), against: points('against') },
    normalisedGain: { for: gain('for'), against: gain('against') },
    winner: moved('for') === moved('against') ? 'tie' : moved('for') > moved('against') ? 'for' : 'against',
  }
}
