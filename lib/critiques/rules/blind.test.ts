import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindKey, byKey, taskKey } from './blind'
import { numberReviewers } from './number'

const uuid = fc.uuid()
const keyed = fc.uniqueArray(uuid).map((ids) => ids.map((id) => ({ key: blindKey(id) })))

describe('blind keys', () => {
  test('hold nothing of the ids they stand for', () => {
    fc.assert(
      fc.property(uuid, uuid, (critiqueId, reviewerId) => {
        for (const key of [blindKey(critiqueId), taskKey({ critiqueId, reviewerId })]) {
          expect(key).toMatch(/^[0-9a-f]{16}$/)
          expect(critiqueId.replaceAll('-', '')).not.toContain(key)
        }
      }),
    )
  })

  test('differ from reviewer to reviewer', () => {
    fc.assert(
      fc.property(uuid, uuid, uuid, (critiqueId, a, b) => {
        fc.pre(a !== b)
        expect(taskKey({ critiqueId, reviewerId: a })).not.toBe(taskKey({ critiqueId, reviewerId: b }))
      }),
    )
  })

  test('give an order that does not depend on the order in which things are read', () => {
    fc.assert(
      fc.property(keyed, (items) => {
        expect(byKey(items.toReversed())).toEqual(byKey(items))
      }),
    )
  })
})

describe('the numbers of reviewers', () => {
  const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 })

  test('are the lowest that are free, each once, whatever the order of the people', () => {
    fc.assert(
      fc.property(people, numbers, fc.string(), (ids, taken, seed) => {
        const drawn = numberReviewers(ids, taken, seed)
        const free = Array.from({ length: 30 }, (_, i) => i + 1).filter((n) => !taken.includes(n))
        expect([...drawn.values()].sort((a, b) => a - b)).toEqual(free.slice(0, ids.length))
        expect(numberReviewers(ids.toReversed(), taken, seed)).toEqual(drawn)
      }),
    )
  })

  test('follow no order of names: each is first as often as any other', () => {
    const first = new Map<string, number>()
    for (let i = 0; i < 3000; i++)
      for (const [id, n] of numberReviewers(['a', 'b', 'c'], [], `seed ${i}`))
        if (n === 1) first.set(id, (first.get(id) ?? 0) + 1)
    for (const id of ['a', 'b', 'c']) expect(Math.abs((first.get(id) ?? 0) - 1000)).toBeLessThan(130)
  })
})
