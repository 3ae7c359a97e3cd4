import { expect, it } from 'vitest'
import { inTurn } from './turns'

const soon = () => new Promise<void>((done) => setTimeout(done, 1))

it('runs three at a time, first come first served, and goes on after a failure', async () => {
  let running = 0
  let most = 0
  const began: number[] = []
  const job = (n: number) =>
    inTurn(async () => {
      began.push(n)
      most = Math.max(most, ++running)
      await soon()
      running -= 1
      if (n % 5 === 0) throw new Error('refused')
      return n
    })
  const all = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => job(n)))
  expect(most).toBe(3)
  expect(began).toEqual(Array.from({ length: 40 }, (_, n) => n))
  expect(all.filter((r) => r.status === 'rejected')).toHaveLength(8)
  expect(await inTurn(async () => 'free again')).toBe('free again')
  expect(running).toBe(0)
})
