import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { causeCounts } from './moved-by'
import { approvalShifts, shiftsOf, withoutSmall } from './shifts'

const marks = (a: number) => ({ ranking: [], scores: { a, b: 100 - a } })

describe('movement between waves', () => {
  it('is told as means, and in groups of three or more', () => {
    const pairs = [
      ...[10, 20, 30, 40].map((n) => ({ before: marks(n), after: marks(n + 10) })),
      { before: marks(50), after: marks(40) },
    ]
    const [a] = shiftsOf(['a', 'b'], pairs)!.rows
    expect(a).toMatchObject({ before: 30, after: 36 })
    // One alone went down: nobody is told that anybody did.
    expect(a?.moves).toEqual([{ ways: ['up', 'same', 'down'], voters: 5 }])
    expect(shiftsOf(['a'], pairs.slice(0, 2))).toBeNull()
  })

  it('never shows a group of one or two', () => {
    const counts = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)).filter(([u, s, d]) => u + s + d >= 3)
    fc.assert(
      fc.property(counts, ([up, same, down]) => {
        const moves = withoutSmall([
          { ways: ['up'], voters: up },
          { ways: ['same'], voters: same },
          { ways: ['down'], voters: down },
        ])
        expect(moves.every(({ voters }) => voters === 0 || voters >= 3)).toBe(true)
        expect(moves.flatMap((m) => m.ways)).toEqual(['up', 'same', 'down'])
        expect(moves.reduce((sum, m) => sum + m.voters, 0)).toBe(up + same + down)
      }),
    )
  })
})

describe('movement of approvals', () => {
  const approves = (a: number) => ({ ranking: [], scores: { a } })
  const voters = fc.array(
    fc.record({ before: fc.option(fc.constantFrom(0, 1)), after: fc.option(fc.constantFrom(0, 1)) }),
    { maxLength: 20 },
  )

  it('gives no group of one or two away, not even to somebody who subtracts', () => {
    fc.assert(
      fc.property(voters, (all) => {
        const both = all.flatMap(({ before, after }) =>
          before === null || after === null ? [] : [{ before: approves(before), after: approves(after) }],
        )
        const shifts = approvalShifts(['a'], both)
        if (!shifts) return
        const moves = shifts.rows[0]!.moves
        if (moves.length === 1) return
        const cell = (b: number, a: number) =>
          both.filter((p) => p.before.scores.a === b && p.after.scores.a === a).length
        for (const n of [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)]) expect([1, 2]).not.toContain(n)
      }),
      { numRuns: 400 },
    )
  })

  it('is told where every group is large enough', () => {
    const both = [1, 1, 1, 0, 0, 0].map((before, i) => ({
      ...{ before: approves(before), after: approves(i < 3 ? 1 : before) },
    }))
    const gained = [0, 0, 0].map((before) => ({ before: approves(before), after: approves(1) }))
    const all = [...both, ...gained]
    expect(approvalShifts(['a'], all)?.rows[0]?.moves).toEqual([
      { ways: ['up'], voters: 3 },
      { ways: ['same'], voters: 6 },
      { ways: ['down'], voters: 0 },
    ])
  })
})

describe('what moved people', () => {
  it('is counted from three ballots on, and nothing else is said of it', () => {
    const x = { kind: 'CLAIM' as const, id: 'x' }
    const y = { kind: 'EVIDENCE' as const, id: 'y' }
    const z = { kind: 'CLAIM' as const, id: 'z' }
    expect(causeCounts([[x, y], [x], [x, z], [z], [y, x], [y]], 9)).toEqual([
      { ...x, ballots: 4 },
      { ...y, ballots: 3 },
    ])
    expect(causeCounts([[x], [x]], 9)).toEqual([])
    // whoever knows that six voted would know that one or two did not name it
    expect(causeCounts([[x], [x], [x], [x]], 6)).toEqual([{ ...x, ballots: null }])
    expect(causeCounts([[x], [x], [x]], 3)).toEqual([{ ...x, ballots: null }])
  })
})
