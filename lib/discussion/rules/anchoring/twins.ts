import type { Span } from './align'
import type { Strand } from './strand'
import { share, supportOf } from './support'

const REACH = 220 // words to either side
const ALIKE = 0.6
const WHOLE = 0.7 // of the words found: fewer could be the twin's
const LOST = 0.5

/**
 * Whether the words `span` may have been mistaken for a passage that says nearly the same: one stands nearby, and
 * either much of `span` is gone or the other has lost its counterpart. Where a text repeats itself, a comparison
 * cannot tell which of two like passages was cut.
 */
export function hasTwin(
  before: Strand,
  span: Span,
  after: Strand,
  forward: Int32Array,
  found: number,
): boolean {
  const length = span.to - span.from
  for (let by = -REACH; by <= REACH; by++) {
    const twin = { from: span.from + by, to: span.to + by }
    if (Math.abs(by) < length / 2 || twin.from < 0 || twin.to > before.ids.length) continue
    if (!isAlike(before, span, by)) continue
    if (found < WHOLE || share(supportOf(before, twin, after, forward)) < LOST) return true
  }
  return false
}

function isAlike(before: Strand, span: Span, by: number): boolean {
  let same = 0
  let all = 0
  for (let at = span.from; at < span.to; at++) {
    all += before.weight[at]!
    same += before.ids[at] === before.ids[at + by] ? before.weight[at]! : 0
  }
  return same >= ALIKE * all
}
