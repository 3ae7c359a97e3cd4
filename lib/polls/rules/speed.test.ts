import { expect, it } from 'vitest'
import { tally } from './tally'
import { permutations, rankedMethods } from './testing'

it('counts 10,000 ranked ballots over six options by every method', () => {
  const options = ['A', 'B', 'C', 'D', 'E', 'F']
  const orders = permutations(options)
  // 7919 is prime to 720, so that every order comes up, in no order.
  const ballots = Array.from({ length: 10_000 }, (_, i) => ({
    ranking: orders[(i * 7919 + (i >> 7)) % orders.length]!.map((option) => [option]),
  }))
  const countAll = () => {
    const start = performance.now()
    for (const method of rankedMethods) tally(method, options, ballots)
    return performance.now() - start
  }
  const times = [countAll(), countAll(), countAll()]
  console.info(`every ranked method together: ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
  // The aim is 50 ms; the bound allows for a busy machine.
  expect(Math.min(...times)).toBeLessThan(250)
})
