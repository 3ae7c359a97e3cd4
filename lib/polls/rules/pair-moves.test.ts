import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairMovesOf } from './pair-moves'
import { FEWEST, flowOf, hideSmallFlows, type ShownFlow } from './suppress'

const CODES = ['a', 'b', 'c']
const ORDERS = [
  ['a', 'b', 'c'],
  ['a', 'c', 'b'],
  ['b', 'a', 'c'],
  ['b', 'c', 'a'],
  ['c', 'a', 'b'],
  ['c', 'b', 'a'],
]
const tiers = (order: string[]) => order.map((code) => [code])
type Voter = [number, number]

function shownOf(voters: Voter[]) {
  const linked = voters.map(([x, y]) => ({ before: tiers(ORDERS[x]!), after: tiers(ORDERS[y]!) }))
  const firsts = linked.map((l) => ({ before: l.before[0]![0]!, after: l.after[0]![0]! }))
  const flow = flowOf(CODES, firsts)
  const shown = hideSmallFlows(flow)
  return { linked, flow, shown, moves: pairMovesOf(CODES, linked, { flow, shown })! }
}

const anyVoters = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })) as fc.Arbitrary<Voter>,
  { minLength: 3, maxLength: 24 },
)
/** Two camps that swap places: the case where much may be told. */
const swapping = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }), anyVoters)
  .map(([n, m, rest]): Voter[] => [
    ...Array<Voter>(n).fill([0, 2]),
    ...Array<Voter>(m).fill([2, 0]),
    ...rest.slice(0, 6),
  ])

/** Tables of first choices that somebody cannot rule out who knows the sums, what is shown, and the pairs' turning. */
function possible(
  shown: ShownFlow,
  before: number[],
  after: number[],
  most: (i: number, j: number) => number,
) {
  const found: number[][] = []
  const visit = (at: number, left: number[], right: number[], table: number[]) => {
    const [i, j] = [Math.floor(at / 3), at % 3]
    if (i === 3) {
      if ([...left, ...right].every((n) => n === 0)) found.push(table)
      return
    }
    const fixed = shown[CODES[i]!]![CODES[j]!] ?? null
    const top = Math.min(left[i]!, right[j]!, most(i, j))
    for (let v = fixed ?? 0; v <= Math.min(top, fixed ?? top); v++) {
      if (j === 2 && v !== left[i]) continue
      const [l, r] = [[...left], [...right]]
      l[i]! -= v
      r[j]! -= v
      visit(at + 1, l, r, [...table, v])
    }
  }
  visit(0, before, after, [])
  return found
}

describe('movement in pairwise terms', () => {
  test('counts who turned two options round, the gainer first', () => {
    const { moves } = shownOf([
      ...Array<Voter>(5).fill([0, 2]),
      ...Array<Voter>(3).fill([2, 0]),
      [4, 4],
      [4, 4],
      [4, 4],
    ])
    const ab = moves.pairs.find((p) => p.a === 'b' && p.b === 'a')!
    expect(ab).toMatchObject({ before: 3, after: 5, turned: { toA: 5, toB: 3 } })
    expect(moves.turnedAtLeast).toBeCloseTo(8 / 11, 12)
  })

  test('is not told where one or two turned, or where nobody did: the two look alike', () => {
    const one = shownOf([...Array<Voter>(6).fill([0, 0]), [0, 2], [2, 0], ...Array<Voter>(4).fill([2, 2])])
    expect(one.moves.pairs.every((p) => p.turned === null)).toBe(true)
    const none = shownOf(Array<Voter>(6).fill([0, 0]))
    expect(none.moves.pairs.every((p) => p.turned === null)).toBe(true)
  })

  test('shows no group of one or two, nor one that first choices subtracted from it would leave', () => {
    fc.assert(
      fc.property(fc.oneof(anyVoters, swapping), (voters) => {
        const { moves, shown } = shownOf(voters)
        for (const { a, b, turned } of moves.pairs) {
          if (!turned) continue
          for (const [n, from, to] of [
            [turned.toA, b, a],
            [turned.toB, a, b],
          ] as const) {
            expect(n).toBeGreaterThanOrEqual(FEWEST)
            expect([1, 2]).not.toContain(n - (shown[from]?.[to] ?? 0))
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('gives away no small move between first choices, and its own hiding gives away none either', () => {
    fc.assert(
      fc.property(fc.oneof(anyVoters, swapping), (voters) => {
        const { moves, shown, flow } = shownOf(voters)
        const before = CODES.map((a) => CODES.reduce((sum, b) => sum + flow[a]![b]!, 0))
        const after = CODES.map((b) => CODES.reduce((sum, a) => sum + flow[a]![b]!, 0))
        const turned = (i: number, j: number) => {
          const pair = moves.pairs.find(
            (p) => [p.a, p.b].includes(CODES[i]!) && [p.a, p.b].includes(CODES[j]!),
          )
          if (i === j || !pair?.turned) return Number.POSITIVE_INFINITY
          return pair.a === CODES[j] ? pair.turned.toA : pair.turned.toB
        }
        const free = possible(shown, before, after, () => Number.POSITIVE_INFINITY)
        const bound = possible(shown, before, after, turned)
        const tells = (tables: number[][], at: number) => {
          const values = new Set(tables.map((t) => t[at]!))
          return values.size === 1 || [...values].every((v) => v > 0 && v < FEWEST)
        }
        for (let at = 0; at < 9; at++) {
          const value = flow[CODES[Math.floor(at / 3)]!]![CODES[at % 3]!]!
          if (value > 0 && value < FEWEST && !tells(free, at)) expect(tells(bound, at)).toBe(false)
        }
        // Who is told nothing of a pair still knows the difference, and the first choices that are shown.
        if (moves.pairs.some((p) => p.turned))
          for (const { a, b, before: was, after: is, turned: t } of moves.pairs) {
            if (t) continue
            const [firstA, firstB] = [shown[b]?.[a] ?? 0, shown[a]?.[b] ?? 0]
            const small = (n: number) => n > 0 && n < FEWEST
            const hides = (toA: number, toB: number) =>
              toB < FEWEST || small(toA - firstA) || small(toB - firstB)
            const fewer = Array.from({ length: voters.length + 1 }, (_, toB) => toB).filter(
              (toB) => toB >= firstB && toB + is - was >= firstA && hides(toB + is - was, toB),
            )
            expect(fewer.length > 0 && fewer.every(small)).toBe(false)
          }
      }),
      { numRuns: 500 },
    )
  })
})
