import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { blindKey, shuffled } from './blind'

test('the order does not depend on the order in which reviews come', () => {
  const reviews = Array.from({ length: 12 }, () => ({ id: v7() }))
  expect(shuffled(reviews.toReversed())).toEqual(shuffled(reviews))
})

test('the order does not follow time', () => {
  const swapped = Array.from({ length: 200 }, (_, i) => {
    const pair = [{ id: v7({ msecs: 1_000_000 + i }) }, { id: v7({ msecs: 2_000_000 + i }) }]
    return shuffled(pair)[0] === pair[1]
  })
  const share = swapped.filter(Boolean).length / swapped.length
  expect(share).toBeGreaterThan(0.3)
  expect(share).toBeLessThan(0.7)
})

test('the key holds nothing of the id', () => {
  const id = v7()
  expect(id.replaceAll('-', '')).not.toContain(blindKey(id).slice(0, 8))
})
