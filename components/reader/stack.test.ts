import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stackCards, type Wanted } from './stack'

const cards = fc
  .array(fc.record({ top: fc.nat(5000), height: fc.integer({ min: 20, max: 400 }) }), { maxLength: 40 })
  .map((list): Wanted[] => list.sort((a, b) => a.top - b.top).map((card, i) => ({ id: String(i), ...card })))

describe('cards in the margin', () => {
  test('never overlap and keep the reading order', () => {
    fc.assert(
      fc.property(cards, fc.nat(39), (list, active) => {
        const tops = stackCards(list, String(active))
        for (const [i, card] of list.entries()) {
          const next = list[i + 1]
          if (next) expect(tops.get(next.id)).toBeGreaterThanOrEqual((tops.get(card.id) ?? 0) + card.height)
        }
      }),
    )
  })

  test('stay under the head of the margin', () => {
    fc.assert(
      fc.property(cards, fc.nat(39), (list, active) => {
        for (const top of stackCards(list, String(active)).values()) expect(top).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the active card keeps its line where there is room above', () => {
    const list = [0, 1, 2].map((i) => ({ id: String(i), top: 1000 + i, height: 100 }))
    expect(stackCards(list, '1').get('1')).toBe(1001)
    expect(stackCards(list, '2').get('2')).toBe(1002)
  })
})
