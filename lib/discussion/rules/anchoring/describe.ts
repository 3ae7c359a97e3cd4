import type { Selectors } from './selectors'
import { splitsPair } from './surrogates'

const CONTEXT = 32

/**
 * Selectors for the characters `start` to `end` of `text`: the quote, some 32 characters to either side, and
 * the position. No part splits a surrogate pair: a boundary inside one moves outwards to include it, because
 * half a pair can be neither stored nor shown. RangeError when the offsets are not a passage of the text.
 */
export function describe(text: string, start: number, end: number): Selectors {
  if (!Number.isInteger(start) || !Number.isInteger(end))
    throw new RangeError('A passage needs whole offsets.')
  if (start < 0 || end > text.length) throw new RangeError('The passage lies outside the text.')
  if (start >= end) throw new RangeError('A passage needs at least one character.')
  const from = splitsPair(text, start) ? start - 1 : start
  const to = splitsPair(text, end) ? end + 1 : end
  const before = Math.max(0, from - CONTEXT)
  const after = Math.min(text.length, to + CONTEXT)
  return {
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(splitsPair(text, before) ? before + 1 : before, from),
      suffix: text.slice(to, splitsPair(text, after) ? after - 1 : after),
    },
    position: { start: from, end: to },
  }
}
