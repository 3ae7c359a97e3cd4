/**
 * The result of a debate by movement, as at the Oxford-style debates of Intelligence Squared: the same
 * people vote before and after, and the side that gained more of the house wins, whoever had more votes.
 */
export type Side = 'for' | 'against' | 'undecided'

export type Swing = {
  flow: Record<Side, Record<Side, number>>
  before: Record<Side, number>
  after: Record<Side, number>
  change: { for: number; against: number }
  normalisedGain: { for: number | null; against: number | null }
  winner: 'for' | 'against' | 'tie'
}

const SIDES = ['for', 'against', 'undecided'] as const

const perSide = <T>(value: (side: Side) => T): Record<Side, T> => ({
  for: value('for'),
  against: value('against'),
  undecided: value('undecided'),
})

function countFlow(pairs: { before: Side; after: Side }[]): Swing['flow'] {
  const flow = perSide(() => perSide(() => 0))
  for (const { before, after } of pairs) {
    for (const side of [before, after])
      if (!SIDES.includes(side)) throw new RangeError(`"${side}" is not a side: for, against or undecided.`)
    flow[before][after] += 1
  }
  return flow
}

/**
 * Counts linked votes. `flow[a][b]` is how many went from a to b; `before` and `after` are its margins, in
 * voters. `change` is in percentage points of all voters. `normalisedGain` is the share won of those who
 * were there to be won (R. Hake, "Interactive-engagement versus traditional methods", American Journal of
 * Physics 66, 1998): change / (100 - before), negative for a loss, null where the whole house began on that side.
 *
 * The winner and the gains are worked out from counts, so no rounding can make or break a tie. A house
 * where nobody voted twice is a tie: every count and change is 0, and the gains are null, since nobody was
 * there to be won.
 */
export function swing(pairs: { before: Side; after: Side }[]): Swing {
  const flow = countFlow(pairs)
  const before = perSide((side) => SIDES.reduce((sum, to) => sum + flow[side][to], 0))
  const after = perSide((side) => SIDES.reduce((sum, from) => sum + flow[from][side], 0))
  const voters = pairs.length
  const moved = { for: after.for - before.for, against: after.against - before.against }
  const points = (side: 'for' | 'against') => (voters === 0 ? 0 : (100 * moved[side]) / voters)
  const gain = (side: 'for' | 'against') =>
    before[side] === voters ? null : moved[side] / (voters - before[side])
  return {
    flow,
    before,
    after,
    change: { for: points('for'), against: points('against') },
    normalisedGain: { for: gain('for'), against: gain('against') },
    winner: moved.for === moved.against ? 'tie' : moved.for > moved.against ? 'for' : 'against',
  }
}
