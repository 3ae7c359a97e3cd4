import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmallFlows } from '@/lib/polls/rules/suppress'
import { layoutFlow, type Moves } from './flow-layout'

const CODES = ['a', 'b', 'c', 'd']
const total = (counts: number[]): number => counts.reduce((sum, n) => sum + n, 0)

/** Moves among four options, the small ones hidden as they are for people. */
const anyMoves = fc
  .array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((values): Moves => {
    const flow = Object.fromEntries(
      CODES.map((a, i) => [a, Object.fromEntries(CODES.map((b, j) => [b, values[i]![j]!]))]),
    )
    return {
      voters: total(values.flat()),
      before: Object.fromEntries(CODES.map((a, i) => [a, total(values[i]!)])),
      after: Object.fromEntries(CODES.map((b, j) => [b, total(values.map((row) => row[j]!))])),
      flow: hideSmallFlows(flow),
    }
  })

test('labels never meet, bars stay inside and apart', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const { left, right, height } = layoutFlow(CODES, moves)
      for (const bars of [left, right])
        for (const [i, bar] of bars.entries()) {
          const next = bars[i + 1]
          if (next) expect(next.middle - bar.middle).toBeGreaterThanOrEqual(40 - 1e-9)
          if (next) expect(next.y).toBeGreaterThanOrEqual(bar.y + bar.height)
          expect(bar.y).toBeGreaterThanOrEqual(0)
          expect(bar.middle + 20).toBeLessThanOrEqual(height + 1e-9)
          expect(bar.y + bar.height).toBeLessThanOrEqual(height + 1e-9)
        }
    }),
  )
})

test('what is shown and what is not shown add up to everybody', () => {
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const { bands, unknown, waist } = layoutFlow(CODES, moves)
      const shown = total(bands.map((b) => b.count))
      expect(shown + (waist?.count ?? 0)).toBe(moves.voters)
      expect(total(unknown.map((u) => u.count))).toBe(2 * (waist?.count ?? 0))
      for (const { path } of [...bands, ...unknown]) expect(path).not.toMatch(/NaN|Infinity/)
    }),
  )
})

test('nobody at all is an empty drawing', () => {
  const none = { voters: 0, before: {}, after: {}, flow: {} }
  expect(layoutFlow(CODES, none)).toMatchObject({ left: [], right: [], bands: [], waist: null, height: 0 })
})
