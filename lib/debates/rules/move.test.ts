import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { descendants, newSources, refusedMerge, refusedMove } from './move'
import { forests } from './testing'
import { claimTree, type Node } from './tree'

/** Walks up from every claim: a walk longer than the list has met itself. */
const hasCycle = (claims: readonly Node[]): boolean => {
  const parents = new Map(claims.map((c) => [c.id, c.parentId]))
  return claims.some((c) => {
    let steps = 0
    for (let id: string | null = c.id; id; id = parents.get(id) ?? null)
      if (++steps > claims.length) return true
    return false
  })
}
const put = (claims: readonly Node[], id: string, parentId: string | null): Node[] =>
  claims.map((c) => (c.id === id ? { ...c, parentId } : c))
const pick = (claims: readonly Node[], n: number) => claims[n % claims.length]

describe('moving a claim', () => {
  test('never makes a cycle, whatever is moved where and however often, and loses nothing', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(
        forests.filter((f) => f.length > 0),
        moves,
        (forest, asked) => {
          let claims: Node[] = [...forest]
          for (const [what, where, toMotion] of asked) {
            const claim = pick(claims, what)
            const parentId = toMotion ? null : (pick(claims, where)?.id ?? null)
            if (claim && refusedMove(claims, claim.id, parentId) === null)
              claims = put(claims, claim.id, parentId)
            expect(hasCycle(claims)).toBe(false)
          }
          expect(claimTree(claims).length).toBe(forest.length)
        },
      ),
    )
  })

  test('is refused exactly where it would make a cycle', () => {
    fc.assert(
      fc.property(
        forests.filter((f) => f.length > 0),
        fc.nat(),
        fc.nat(),
        (claims, what, where) => {
          const [claim, parent] = [pick(claims, what), pick(claims, where)]
          if (!claim || !parent) return
          expect(refusedMove(claims, claim.id, parent.id) !== null).toBe(
            hasCycle(put(claims, claim.id, parent.id)),
          )
        },
      ),
    )
  })

  test('says why', () => {
    const claims = [
      { id: 'a', parentId: null },
      { id: 'b', parentId: 'a' },
      { id: 'c', parentId: 'b' },
    ]
    expect(refusedMove(claims, 'a', 'a')).toBe('ITSELF')
    expect(refusedMove(claims, 'a', 'c')).toBe('BELOW')
    expect(refusedMove(claims, 'a', 'of another debate')).toBe('UNKNOWN')
    expect(refusedMove(claims, 'c', 'a')).toBeNull()
    expect(refusedMove(claims, 'c', null)).toBeNull()
    expect([...descendants(claims, 'a')].sort()).toEqual(['b', 'c'])
  })
})

describe('merging', () => {
  test('keeps every answer exactly once, and makes no cycle', () => {
    fc.assert(
      fc.property(
        forests.filter((f) => f.length > 1),
        fc.nat(),
        fc.nat(),
        (claims, a, b) => {
          const [duplicate, kept] = [pick(claims, a), pick(claims, b)]
          if (!duplicate || !kept || refusedMerge(claims, duplicate.id, kept.id)) return
          const after = claims
            .filter((c) => c.id !== duplicate.id)
            .map((c) => (c.parentId === duplicate.id ? { ...c, parentId: kept.id } : c))
          expect(hasCycle(after)).toBe(false)
          expect(
            claimTree(after)
              .map((c) => c.id)
              .sort(),
          ).toEqual(
            claims
              .map((c) => c.id)
              .filter((id) => id !== duplicate.id)
              .sort(),
          )
        },
      ),
    )
  })

  test('brings sources that are not there yet, each once', () => {
    const source = fc.oneof(
      fc.record({ kind: fc.constant('NOTE'), noteId: fc.constantFrom('n1', 'n2', 'n3') }),
      fc.record({
        kind: fc.constant('LINK'),
        url: fc.constantFrom('https://a.example', 'https://b.example'),
      }),
      fc.record({
        kind: fc.constant('REFERENCE'),
        text: fc.constantFrom('Waltz 1979', 'waltz 1979 ', 'Powell 2006'),
      }),
      fc.record({
        ...{ kind: fc.constant('PASSAGE'), sectionId: fc.constantFrom('s1', 's2') },
        ...{ start: fc.nat({ max: 2 }), end: fc.constant(9), exact: fc.constant('words') },
      }),
    )
    fc.assert(
      fc.property(fc.array(source), fc.array(source), (kept, duplicates) => {
        const all = [...newSources([], kept), ...newSources(kept, duplicates)]
        expect(newSources([], all)).toEqual(all)
        expect(newSources(all, [...kept, ...duplicates])).toEqual([])
      }),
    )
  })
})
