import { align } from './align'
import type { Range } from './carry'
import type { Pattern } from './quote-search'
import { type Ground, joinOf, sliceOf } from './strand'
import { matchOf, share, supportOf } from './support'
import { wordAt } from './words'

const REACH = 40 // words

/**
 * How well the surroundings of the quote fit the neighbourhood of `near` as if the quote had been cut from
 * between them, 0 to 1; 0 when that leaves a gap with room for the quote. A quote that was cut leaves its
 * neighbours touching, and what comes after often resembles it enough to be mistaken for it.
 */
export function vacancy(ground: Ground, { strand, all, words }: Pattern, near: Range): number {
  const rest = joinOf(sliceOf(strand, all.from, words.from), sliceOf(strand, words.to, all.to))
  const span = { from: 0, to: rest.ids.length }
  if (!span.to) return 0
  const length = words.to - words.from
  const from = Math.max(0, wordAt(ground.words, near.start) - REACH - length)
  const to = Math.min(ground.ids.length, wordAt(ground.words, near.end) + REACH)
  const map = new Int32Array(span.to).fill(-1)
  align(rest, span, ground, { from, to }, true, map)
  let last = -1
  for (let at = 0; at < span.to; at++) {
    if (!matchOf(rest, at, ground, map[at]!)) continue
    if (last >= 0 && map[at]! - map[last]! - (at - last) >= length / 2) return 0
    last = at
  }
  return share(supportOf(rest, span, ground, map))
}
