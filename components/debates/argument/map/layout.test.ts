import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rows } from '@/lib/debates/rules/outline'
import { forests } from '@/lib/debates/rules/testing'
import { claimTree } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { branchBox, CARD, detailAt, isFar, layoutOf, named } from './layout'

test('puts every claim right of what it answers, and no card over another', () => {
  fc.assert(
    fc.property(forests, (forest) => {
      const placed = claimTree(forest) as unknown as ClaimDto[]
      const { nodes, byId, links, brackets } = layoutOf(
        rows(placed, { folded: new Set(), focus: null, matching: null }),
        null,
      )
      expect(nodes.length).toBe(placed.length + 1)
      const joined = brackets.flatMap((b) => b.members)
      expect(links.length + joined.length).toBe(placed.length)
      for (const { from, to } of links) expect(to.x).toBeGreaterThanOrEqual(from.x + CARD.width)
      for (const a of nodes)
        for (const b of nodes)
          if (a.id < b.id && a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(CARD.height)
      expect(byId.size).toBe(nodes.length)
    }),
  )
})

const drawn = (forest: Parameters<typeof claimTree>[0]) =>
  layoutOf(
    rows(claimTree(forest) as unknown as ClaimDto[], { folded: new Set(), focus: null, matching: null }),
    null,
  )

test('names of branches far off never meet, and the largest branch always has one', () => {
  fc.assert(
    fc.property(forests, fc.double({ min: 0.01, max: 0.32, noNaN: true }), (forest, scale) => {
      const layout = drawn(forest)
      const labels = named(layout, scale)
      for (const [i, label] of labels.entries()) {
        const next = labels[i + 1]
        if (next) expect((next.y - label.y) * scale).toBeGreaterThanOrEqual(38 - 1e-6)
      }
      const most = Math.max(0, ...layout.nodes.map((n) => n.row?.below ?? 0))
      if (forest.length) expect(labels.some((n) => n.row?.below === most)).toBe(true)
    }),
  )
})

test('the box of a branch holds what answers its claim, at any depth, and nothing to its left', () => {
  fc.assert(
    fc.property(forests, (forest) => {
      const layout = drawn(forest)
      for (const { id, x, row } of layout.nodes) {
        if (!row) continue
        const box = branchBox(layout, id)
        expect(box.x).toBe(x)
        const under = layout.nodes.filter((n) => n.row?.claim.parentId === id)
        for (const n of under) {
          expect(n.y).toBeGreaterThanOrEqual(box.y)
          expect(n.y + CARD.height).toBeLessThanOrEqual(box.y + box.height + 1e-6)
        }
      }
    }),
  )
})

test('a card shows words as long as they would be at least eleven pixels high', () => {
  expect([1, 0.8, 0.6, 0.4, 0.25, 0.1].map(detailAt)).toEqual(['full', 'full', 'brief', 'few', 'code', 'dot'])
  expect((['full', 'brief', 'few', 'code', 'dot'] as const).filter(isFar)).toEqual(['code', 'dot'])
})
