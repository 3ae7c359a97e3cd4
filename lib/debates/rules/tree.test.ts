import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forests } from './testing'
import { claimCode, claimTree, type Node, type Relation, standing } from './tree'

const claims = (...rows: [string, string | null, Relation][]): Node[] =>
  rows.map(([id, parentId, relation], i) => ({ id, parentId, relation, number: i + 1 }))

/** The map that the ready-made seminar starts with, and whom each claim helps according to its author. */
const SEMINAR = claims(
  ['C01', null, 'SUPPORTS'],
  ['C02', 'C01', 'OPPOSES'],
  ['C03', 'C01', 'SUPPORTS'],
  ['C04', 'C03', 'OPPOSES'],
  ['C05', null, 'SUPPORTS'],
  ['C06', 'C05', 'OPPOSES'],
  ['C07', 'C05', 'SUPPORTS'],
  ['C08', 'C07', 'OPPOSES'],
  ['C09', null, 'SUPPORTS'],
  ['C10', 'C09', 'OPPOSES'],
  ['C11', null, 'OPPOSES'],
  ['C12', 'C11', 'OPPOSES'],
  ['C13', null, 'OPPOSES'],
  ['C14', 'C13', 'SUPPORTS'],
  ['C15', 'C13', 'OPPOSES'],
)
const HELPS_FOR = ['C01', 'C03', 'C05', 'C07', 'C09', 'C12', 'C15']

describe('claimTree', () => {
  test('says of the seminar’s map whom each claim helps, in reading order', () => {
    const placed = claimTree(SEMINAR)
    expect(placed.filter((c) => c.helps === 'FOR').map((c) => c.id)).toEqual(HELPS_FOR)
    expect(placed.slice(0, 5).map((c) => [c.id, c.depth])).toEqual([
      ['C01', 0],
      ['C03', 1],
      ['C04', 2],
      ['C02', 1],
      ['C05', 0],
    ])
  })

  test('places every claim once, each after its parent and one level below it', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const placed = claimTree(forest)
        expect(placed.map((c) => c.id).sort()).toEqual(forest.map((c) => c.id).sort())
        const at = new Map(placed.map((c, i) => [c.id, { ...c, i }]))
        for (const [i, claim] of placed.entries()) {
          const parent = claim.parentId === null ? null : at.get(claim.parentId)
          expect(claim.depth).toBe(parent ? parent.depth + 1 : 0)
          if (parent) expect(parent.i).toBeLessThan(i)
        }
      }),
    )
  })

  test('helps the side that the parity of its objections and undercuts names', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const byId = new Map(forest.map((c) => [c.id, c]))
        for (const claim of claimTree(forest)) {
          let objections = 0
          for (let c: Node | undefined = claim; c; c = c.parentId ? byId.get(c.parentId) : undefined)
            if (c.relation !== 'SUPPORTS') objections++
          expect(claim.helps).toBe(objections % 2 ? 'AGAINST' : 'FOR')
        }
      }),
    )
  })

  test('gives the same order whatever order the rows come in', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const sorted = forest.toSorted((a, b) => a.number - b.number)
        expect(claimTree(forest)).toEqual(claimTree(sorted))
      }),
    )
  })

  test('leaves out what hangs on nothing, and ends on a circle', () => {
    const lost = claims(['a', null, 'SUPPORTS'], ['b', 'gone', 'OPPOSES'], ['c', 'b', 'SUPPORTS'])
    expect(claimTree(lost).map((c) => c.id)).toEqual(['a'])
    expect(claimTree(claims(['a', 'b', 'SUPPORTS'], ['b', 'a', 'SUPPORTS']))).toEqual([])
  })

  test('follows a chain of 20,000 objections', () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, i): Node => ({
        id: `${i}`,
        number: i + 1,
        parentId: i ? `${i - 1}` : null,
        relation: 'OPPOSES',
      }),
    )
    expect(claimTree(chain).at(-1)).toMatchObject({ depth: 19_999, helps: 'FOR' })
  })
})

test('standing counts every claim on one side, and those without a source', () => {
  fc.assert(
    fc.property(forests, fc.func(fc.boolean()), (forest, sourced) => {
      const placed = claimTree(forest).map((c) => ({ ...c, sourced: sourced(c.id) }))
      const result = standing(placed)
      expect(result.for.claims + result.against.claims).toBe(placed.length)
      expect(result.claims).toBe(placed.length)
      expect(result.unsourced).toBe(placed.filter((c) => !c.sourced).length)
      expect(result.for.unsourced + result.against.unsourced).toBe(result.unsourced)
    }),
  )
})

test('claims are called C01, C02 … C100', () => {
  expect([1, 12, 100].map(claimCode)).toEqual(['C01', 'C12', 'C100'])
})
