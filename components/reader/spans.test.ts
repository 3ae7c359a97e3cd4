import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastAtOrBefore, overlaps, type Span, union } from './spans'

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 25 },
)
const depth = (list: readonly Span[], at: number): number =>
  list.filter((s) => s.start <= at && at < s.end).length

test('the union colours what any note is about, the overlaps what two are about, each once', () => {
  fc.assert(
    fc.property(spans, (list) => {
      for (let at = 0; at < 85; at++) {
        expect(depth(union(list), at)).toBe(depth(list, at) > 0 ? 1 : 0)
        expect(depth(overlaps(list), at)).toBe(depth(list, at) > 1 ? 1 : 0)
      }
    }),
  )
})

test('the block of an offset is the last that begins before it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100)), fc.nat(110), (list, offset) => {
      const starts = [...list].sort((a, b) => a - b)
      expect(lastAtOrBefore(starts, offset)).toBe(starts.filter((s) => s <= offset).length - 1)
    }),
  )
})
