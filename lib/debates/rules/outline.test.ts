import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matching } from './filters'
import { foldedAtFirst, pathTo, rows, sizes } from './outline'
import { forests } from './testing'
import { claimTree } from './tree'

const NONE = { folded: new Set<string>(), focus: null, matching: null }
const some = fc.array(fc.nat({ max: 39 }).map((n) => `c${n}`)).map((ids) => new Set(ids))

describe('an outline', () => {
  test('shows every claim once, in reading order, when nothing is folded or filtered', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const placed = claimTree(forest)
        expect(rows(placed, NONE).map((r) => r.claim.id)).toEqual(placed.map((c) => c.id))
      }),
    )
  })

  test('hides what hangs on folded claims and nothing else', () => {
    fc.assert(
      fc.property(forests, some, (forest, folded) => {
        const placed = claimTree(forest)
        const hidden = (id: string) =>
          pathTo(placed, id)
            .slice(0, -1)
            .some((c) => folded.has(c.id))
        expect(rows(placed, { ...NONE, folded }).map((r) => r.claim.id)).toEqual(
          placed.map((c) => c.id).filter((id) => !hidden(id)),
        )
      }),
    )
  })

  test('with a filter shows what passes and the way to it, folded or not', () => {
    fc.assert(
      fc.property(forests, some, some, (forest, folded, wanted) => {
        const placed = claimTree(forest)
        const shown = rows(placed, { folded, focus: null, matching: wanted })
        const passing = placed.filter((c) => wanted.has(c.id)).map((c) => c.id)
        const way = new Set(passing.flatMap((id) => pathTo(placed, id).map((c) => c.id)))
        expect(shown.map((r) => r.claim.id)).toEqual(placed.map((c) => c.id).filter((id) => way.has(id)))
        expect(shown.filter((r) => !r.way).map((r) => r.claim.id)).toEqual(passing)
      }),
    )
  })

  test('of one branch has it at its root, with as many claims as hang on it', () => {
    fc.assert(
      fc.property(
        forests.filter((f) => f.length > 0),
        fc.nat(),
        (forest, n) => {
          const placed = claimTree(forest)
          const focus = placed[n % placed.length]?.id ?? ''
          const shown = rows(placed, { ...NONE, focus })
          expect(shown[0]).toMatchObject({ claim: { id: focus }, level: 0 })
          expect(shown.length).toBe(1 + (sizes(placed).get(focus) ?? 0))
          for (const row of shown) expect(row.lines.length).toBe(row.level)
        },
      ),
    )
  })

  test('keeps linked premises together', () => {
    fc.assert(
      fc.property(forests, (forest) => {
        const placed = claimTree(forest)
        for (const parent of new Set(placed.map((c) => c.parentId))) {
          const beside = placed.filter((c) => c.parentId === parent)
          const groups = beside.map((c) => (c.linkGroup == null ? c.id : `${c.relation} ${c.linkGroup}`))
          const runs = groups.filter((group, i) => group !== groups[i - 1])
          expect(new Set(runs).size).toBe(runs.length)
        }
      }),
    )
  })

  test('of a large argument opens folded so far that it can be read', () => {
    fc.assert(
      fc.property(forests, fc.integer({ min: 1, max: 20 }), (forest, most) => {
        const placed = claimTree(forest)
        const shown = rows(placed, { ...NONE, folded: foldedAtFirst(placed, most) })
        const roots = placed.filter((c) => c.depth === 0).length
        expect(shown.length).toBeLessThanOrEqual(Math.max(most, roots))
      }),
    )
  })
})

test('filters say what is mine, unsourced, unanswered and contested', () => {
  const claim = (id: string, parentId: string | null, relation: 'SUPPORTS' | 'OPPOSES' | 'UNDERCUTS') => ({
    ...{ id, parentId, relation, number: Number(id.slice(1)), linkGroup: null },
    ...{ authorId: id === 'c2' ? 'me' : 'you', sourced: id !== 'c3', judged: null },
  })
  const placed = claimTree([
    claim('c1', null, 'SUPPORTS'),
    claim('c2', 'c1', 'OPPOSES'),
    claim('c3', 'c1', 'SUPPORTS'),
    claim('c4', 'c2', 'UNDERCUTS'),
  ])
  const pass = (of: Parameters<typeof matching>[1]['of'], side: 'FOR' | 'AGAINST' | null = null) =>
    [...matching(placed, { of, side }, 'me')].sort()
  expect(pass('MINE')).toEqual(['c2'])
  expect(pass('UNSOURCED')).toEqual(['c3'])
  expect(pass('UNSOURCED', 'AGAINST')).toEqual([])
  expect(pass('UNANSWERED')).toEqual(['c3', 'c4'])
  expect(pass('CONTESTED')).toEqual(['c1'])
  expect(pass('ALL', 'AGAINST')).toEqual(['c2'])
})
