import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rows } from '@/lib/debates/rules/outline'
import { forests } from '@/lib/debates/rules/testing'
import { claimTree } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import { CARD, layoutOf } from './layout'

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
