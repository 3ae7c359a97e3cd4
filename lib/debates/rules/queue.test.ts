import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder, placesAfterMove, timesSpoken, type Waiting } from './queue'

const hands = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    times: fc.nat(3),
    raisedAt: fc.nat(1000),
    place: fc.option(fc.float({ min: 0, max: 10, noNaN: true }), { freq: 3 }),
  }),
  { selector: (h) => h.id, maxLength: 12 },
)
const ids = (order: Waiting[]) => order.map((h) => h.id)

describe('the queue', () => {
  test('has everybody once; by the rule, who has spoken least is first, then whose hand went up first', () =>
    fc.assert(
      fc.property(hands, (all) => {
        const order = inOrder(all)
        expect(ids(order).sort()).toEqual(ids(all).sort())
        const free = order.filter((h) => h.place === null)
        for (const [i, hand] of free.entries()) {
          const next = free[i + 1]
          if (!next) continue
          expect(hand.times).toBeLessThanOrEqual(next.times)
          if (hand.times === next.times) expect(hand.raisedAt).toBeLessThanOrEqual(next.raisedAt)
        }
      }),
    ))

  test('does not depend on the order in which hands are read', () =>
    fc.assert(
      fc.property(hands, (all) => {
        expect(ids(inOrder([...all].reverse()))).toEqual(ids(inOrder(all)))
      }),
    ))

  test('puts a hand exactly where it is moved, and nobody else passes anybody', () =>
    fc.assert(
      fc.property(hands, fc.nat(14), fc.nat(14), (all, which, to) => {
        const order = inOrder(all)
        const moved = order[which % (order.length || 1)]
        if (!moved) return
        const places = placesAfterMove(all, moved.id, to)
        const after = inOrder(all.map((h) => ({ ...h, place: places.get(h.id) ?? null })))
        expect(ids(after).indexOf(moved.id)).toBe(Math.min(to, order.length - 1))
        expect(ids(after).filter((id) => id !== moved.id)).toEqual(ids(order).filter((id) => id !== moved.id))
      }),
    ))

  test('lets a newcomer pass those who wait by the rule, and nobody whom the chair has placed', () => {
    const waiting = (id: string, times: number, raisedAt: number, place: number | null = null) => ({
      ...{ id, times, raisedAt, place },
    })
    const order = inOrder([
      waiting('b', 1, 20),
      waiting('a', 2, 10, 1),
      waiting('new', 0, 99),
      waiting('c', 1, 30),
    ])
    expect(ids(order)).toEqual(['a', 'new', 'b', 'c'])
  })
})

test('speaking is counted by turns, and words noted without one count once', () => {
  expect(timesSpoken({ called: 2, named: 1, stated: true })).toBe(3)
  expect(timesSpoken({ called: 0, named: 0, stated: true })).toBe(1)
  expect(timesSpoken({ called: 0, named: 0, stated: false })).toBe(0)
})
