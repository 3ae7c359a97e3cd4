import { align, type Span } from './align'
import type { Strand } from './strand'
import { share, supportOf } from './support'

const ROWS = 400 // words compared at a time
const KEEP = 220 // of them settled: what comes after may still change with the words to come
const SLACK = 220 // words that may have been put in
const ALIKE = 0.35

/**
 * Compares spans that share no landmark because they repeat themselves (a refrain, clauses of one pattern): strip by
 * strip in their order, each from where the last one ended. Gives up where a strip has no counterpart. Returns the
 * cells that it cost, `budget` at most but for the last strip.
 */
export function compareStrips(
  before: Strand,
  a: Span,
  after: Strand,
  b: Span,
  forward: Int32Array,
  budget: number,
): number {
  let cells = 0
  let from = a.from
  let there = b.from
  while (from < a.to && there < b.to && cells < budget) {
    const rows = { from, to: Math.min(a.to, from + ROWS) }
    const window = { from: there, to: Math.min(b.to, there + ROWS + SLACK) }
    align(before, rows, after, window, 'after', forward)
    cells += (rows.to - rows.from) * (window.to - window.from)
    const alike = share(supportOf(before, rows, after, forward)) >= ALIKE
    const kept = !alike ? from : rows.to === a.to ? rows.to : from + KEEP
    forward.fill(-1, kept, rows.to)
    if (!alike) break
    for (let at = from; at < kept; at++) if (forward[at]! >= 0) there = forward[at]! + 1
    from = kept
  }
  return cells
}
