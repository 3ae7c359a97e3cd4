import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Count, countStatements, votersOf } from './counts'
import type { Grid, VoteValue } from './grid'
import { apartOf, fisher, unitedIn } from './represent'

const count = (agree: number, pass: number, disagree: number): Count => ({ agree, pass, disagree })

describe('fisher', () => {
  test('gives the lady tasting tea', () => {
    expect(fisher(4, 4, 0, 4)).toBeCloseTo(1 / 70, 12)
    expect(fisher(3, 4, 1, 4)).toBeCloseTo(17 / 70, 12)
    expect(fisher(0, 4, 4, 4)).toBeCloseTo(1, 12)
  })
})

describe('what sets a group apart', () => {
  const rows = [
    { statement: 'a', all: count(8, 0, 6), groups: [count(8, 0, 0), count(0, 0, 6)] },
    { statement: 'b', all: count(13, 1, 0), groups: [count(8, 0, 0), count(5, 1, 0)] },
    { statement: 'c', all: null, groups: [count(5, 0, 0), null] },
  ]
  test('is what it holds and the rest does not', () => {
    expect(apartOf(rows, 0).map((a) => [a.statement, a.stance])).toEqual([['a', 'agree']])
    expect(apartOf(rows, 1).map((a) => [a.statement, a.stance])).toEqual([['a', 'disagree']])
    expect(apartOf(rows, 0)[0]).toMatchObject({ here: { count: 8, of: 8 }, elsewhere: { count: 0, of: 6 } })
  })
  test('and what unites is what a majority of each holds, where each is counted', () => {
    expect(unitedIn(rows).map((u) => u.statement)).toEqual(['b'])
    expect(unitedIn(rows.map((r) => ({ ...r, groups: [] }))).map((u) => u.statement)).toEqual(['b'])
  })
})

const anyGrid = fc
  .record({
    labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 16 }),
    seed: fc.infiniteStream(fc.constantFrom<VoteValue | null>(1, 0, -1, null, null)),
  })
  .map(({ labels, seed }) => {
    const all = [0, 0, 0, 1, 1, 1, 2, 2, 2, ...labels.slice(9)]
    const values = all.map(() => Array.from({ length: 5 }, () => seed.next().value as VoteValue | null))
    const grid: Grid = { people: all.map((_, i) => `p${i}`), statements: ['a', 'b', 'c', 'd', 'e'], values }
    return { grid, labels: all }
  })

test('no count of one or two voters is shown, nor does subtraction bring one back', () => {
  fc.assert(
    fc.property(anyGrid, ({ grid, labels }) => {
      for (const { all, groups } of countStatements(grid, labels, 3)) {
        for (const group of groups) if (group) expect(votersOf(group)).toBeGreaterThanOrEqual(3)
        if (!all) continue
        const shown = groups.flatMap((g) => g ?? [])
        const left = votersOf(all) - shown.reduce((sum, g) => sum + votersOf(g), 0)
        expect([1, 2]).not.toContain(left)
      }
    }),
  )
})

test('what is said of a group says nothing of one or two elsewhere', () => {
  fc.assert(
    fc.property(anyGrid, ({ grid, labels }) => {
      const counts = countStatements(grid, labels, 3)
      for (const g of [0, 1, 2])
        for (const apart of apartOf(counts, g)) expect(apart.elsewhere.of).toBeGreaterThanOrEqual(3)
    }),
  )
})
