import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Side, swing } from './swing'

const SIDES: Side[] = ['for', 'against', 'undecided']
const pairs = fc.array(
  fc.record({ before: fc.constantFrom<Side>(...SIDES), after: fc.constantFrom<Side>(...SIDES) }),
  { maxLength: 60 },
)
const flip = (side: Side): Side => (side === 'for' ? 'against' : side === 'against' ? 'for' : side)

/** The twelve linked votes of the ready-made seminar's sample class. */
const SEMINAR: { before: Side; after: Side }[] = [
  ...Array(5).fill({ before: 'for', after: 'for' }),
  { before: 'for', after: 'against' },
  ...Array(4).fill({ before: 'against', after: 'against' }),
  { before: 'undecided', after: 'undecided' },
  { before: 'undecided', after: 'against' },
]

describe('swing', () => {
  it('gives the sample class to the Opposition, which gained two voters of twelve', () => {
    expect(swing(SEMINAR)).toEqual({
      flow: {
        for: { for: 5, against: 1, undecided: 0 },
        against: { for: 0, against: 4, undecided: 0 },
        undecided: { for: 0, against: 1, undecided: 1 },
      },
      before: { for: 6, against: 4, undecided: 2 },
      after: { for: 5, against: 6, undecided: 1 },
      change: { for: -100 / 12, against: 200 / 12 },
      normalisedGain: { for: -1 / 6, against: 2 / 8 },
      winner: 'against',
    })
  })

  it('counts everyone once: the margins of the flow are the two tallies', () => {
    fc.assert(
      fc.property(pairs, (votes) => {
        const result = swing(votes)
        for (const side of SIDES) {
          const out = SIDES.reduce((sum, to) => sum + result.flow[side][to], 0)
          const into = SIDES.reduce((sum, from) => sum + result.flow[from][side], 0)
          expect(out).toBe(votes.filter((v) => v.before === side).length)
          expect(into).toBe(votes.filter((v) => v.after === side).length)
          expect(result.before[side]).toBe(out)
          expect(result.after[side]).toBe(into)
        }
      }),
    )
  })

  it('does not care in which order the ballots lie, nor how many times over the house is copied', () => {
    fc.assert(
      fc.property(pairs, (votes) => {
        expect(JSON.stringify(swing([...votes].reverse()))).toBe(JSON.stringify(swing(votes)))
        const doubled = swing([...votes, ...votes])
        expect(doubled.winner).toBe(swing(votes).winner)
        expect(doubled.change.for).toBeCloseTo(swing(votes).change.for, 10)
      }),
    )
  })

  it('treats the sides alike: with the sides exchanged the other wins by the same change', () => {
    fc.assert(
      fc.property(pairs, (votes) => {
        const result = swing(votes)
        const mirror = swing(votes.map((v) => ({ before: flip(v.before), after: flip(v.after) })))
        expect(mirror.change).toEqual({ for: result.change.against, against: result.change.for })
        expect(mirror.winner).toBe(result.winner === 'tie' ? 'tie' : flip(result.winner))
      }),
    )
  })

  it('reports the gain as change / (100 - before), and the larger change as the winner', () => {
    fc.assert(
      fc.property(pairs, (votes) => {
        fc.pre(votes.length > 0)
        const result = swing(votes)
        for (const side of ['for', 'against'] as const) {
          const before = (100 * result.before[side]) / votes.length
          const gain = result.normalisedGain[side]
          if (before === 100) expect(gain).toBeNull()
          else expect(gain).toBeCloseTo(result.change[side] / (100 - before), 12)
        }
        const lead = result.change.for - result.change.against
        expect(result.winner).toBe(Math.abs(lead) < 1e-9 ? 'tie' : lead > 0 ? 'for' : 'against')
      }),
    )
  })

  it('calls an equal gain a tie, whatever the floats of a third would say', () => {
    const result = swing([
      { before: 'undecided', after: 'for' },
      { before: 'undecided', after: 'against' },
      { before: 'undecided', after: 'undecided' },
    ])
    expect(result.winner).toBe('tie')
  })

  it('calls a house where nobody voted twice a tie, with nothing gained and nobody to gain', () => {
    const result = swing([])
    expect(result.winner).toBe('tie')
    expect(result.change).toEqual({ for: 0, against: 0 })
    expect(result.normalisedGain).toEqual({ for: null, against: null })
  })

  it('refuses a side that does not exist', () => {
    const stray = JSON.parse('[{"before":"for","after":"constructor"}]')
    expect(() => swing(stray)).toThrow(RangeError)
  })
})
