import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inRuns } from './runs'

const day = (n: number) => new Date(n * 1000)

test('whatever happened stands in the record once, in the run that was on then', () => {
  const runs = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }).map((lengths) => {
    let at = 100
    return lengths.map((length, i) => {
      const startedAt = day(at)
      at += length
      return { number: i + 1, startedAt, endedAt: day(at) }
    })
  })
  const things = fc.array(fc.nat(400).map((n) => ({ at: day(n) })))
  fc.assert(
    fc.property(runs, things, (held, list) => {
      const { before, during, after } = inRuns(list, held)
      const all = [...before, ...[...during.values()].flat(), ...after]
      expect(all).toHaveLength(list.length)
      for (const { number, startedAt, endedAt } of held)
        for (const { at } of during.get(number) ?? []) {
          expect(at >= startedAt).toBe(true)
          expect(at <= endedAt).toBe(true)
        }
      for (const { at } of before) expect(held.every((r) => at < r.startedAt)).toBe(true)
      for (const { at } of after) expect(at > held.at(-1)!.endedAt).toBe(true)
    }),
  )
})
