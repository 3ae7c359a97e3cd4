import { likeness } from './likeness'
import { MARK, type Strand } from './strand'

export type Span = { from: number; to: number } // word indexes, `to` exclusive

// Costs in units of one rare word matched. Opening a gap is dear and lengthening one is cheap (Gotoh 1982,
// affine gaps), since a deleted or added sentence is one edit. A replaced word costs less than a gap on each
// side, so that the edges of a quote follow a replacement instead of dropping it.
const OPEN = -0.4
const STEP = -0.07
const CLASH = -0.25
const MISMATCHED_MARK = -0.6
const ALIKE = 0.8

const PAIR = 0
const DROP = 1
const ADD = 2

/** Whether words of the other strand cost nothing before and after, or after the last counterpart alone. */
type Free = boolean | 'after'

/**
 * The best alignment of the words `a` of one strand with the words `b` of another, written to `into`: for
 * each word of `a` the index of its counterpart, or -1. With `free`, words of `b` before and after cost
 * nothing, so that a short strand finds its place inside a longer one. Time and space are the product of
 * the two lengths.
 */
export function align(one: Strand, a: Span, other: Strand, b: Span, free: Free, into: Int32Array) {
  const rows = a.to - a.from
  const columns = b.to - b.from
  const width = columns + 1
  const trace = new Uint8Array((rows + 1) * width)
  const fits = new Float64Array(width)
  let above = layersOf(width)
  let here = layersOf(width)
  if (free === true) above.pair.fill(0)
  else for (let j = 1; j <= columns; j++) above.add[j] = OPEN + STEP * (j - 1)
  above.pair[0] = 0
  for (let i = 1; i <= rows; i++) {
    fitRow(one, a.from + i - 1, other, b, fits)
    alignRow(above, here, fits, trace.subarray(i * width, (i + 1) * width))
    ;[above, here] = [here, above]
  }
  follow(trace, width, lastCell(above, free !== false), a, b, into)
}

/** Best scores that end at each column with a pair, with a word dropped, with a word added. */
type Layers = { pair: Float64Array; drop: Float64Array; add: Float64Array }

function layersOf(width: number): Layers {
  const none = () => new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  return { pair: none(), drop: none(), add: none() }
}

/** One row of the three layers, and in `trace` the layer that each score came from, two bits each. */
function alignRow(above: Layers, here: Layers, fits: Float64Array, trace: Uint8Array) {
  const { pair, drop, add } = above
  here.pair[0] = Number.NEGATIVE_INFINITY
  here.add[0] = Number.NEGATIVE_INFINITY
  for (let j = 0; j < fits.length; j++) {
    let back = PAIR
    let left = PAIR
    if (j > 0) {
      let best = pair[j - 1]!
      if (drop[j - 1]! > best) [best, back] = [drop[j - 1]!, DROP]
      if (add[j - 1]! > best) [best, back] = [add[j - 1]!, ADD]
      here.pair[j] = best + fits[j]!
      best = here.pair[j - 1]! + OPEN
      if (here.add[j - 1]! + STEP > best) [best, left] = [here.add[j - 1]! + STEP, ADD]
      if (here.drop[j - 1]! + OPEN > best) [best, left] = [here.drop[j - 1]! + OPEN, DROP]
      here.add[j] = best
    }
    let up = PAIR
    let best = pair[j]! + OPEN
    if (drop[j]! + STEP > best) [best, up] = [drop[j]! + STEP, DROP]
    if (add[j]! + OPEN > best) [best, up] = [add[j]! + OPEN, ADD]
    here.drop[j] = best
    trace[j] = back | (up << 2) | (left << 4)
  }
}

/** What it is worth to pair word `i` with each word of `b`; only words that share an edge can be alike. */
function fitRow(one: Strand, i: number, other: Strand, b: Span, fits: Float64Array) {
  const id = one.ids[i]!
  const weight = one.weight[i]!
  const edges = one.edges[i]!
  const mark = weight <= MARK
  for (let j = b.from, at = 1; j < b.to; j++, at++) {
    if (other.ids[j] === id) fits[at] = weight
    else if (mark || other.weight[j]! <= MARK)
      fits[at] = mark && other.weight[j]! <= MARK ? 0 : MISMATCHED_MARK
    else {
      const differ = edges ^ other.edges[j]!
      const like = differ & 0xffff && differ >>> 16 ? 0 : likeness(one.words.keys[i]!, other.words.keys[j]!)
      fits[at] = like ? like * ALIKE * weight : CLASH
    }
  }
}

function lastCell({ pair, drop, add }: Layers, free: boolean) {
  let j = pair.length - 1
  let layer = PAIR
  let best = Number.NEGATIVE_INFINITY
  for (let column = free ? 0 : j; column < pair.length; column++) {
    for (const [at, scores] of [pair, drop, add].entries()) {
      if (scores[column]! <= best) continue
      best = scores[column]!
      j = column
      layer = at
    }
  }
  return { j, layer }
}

function follow(
  trace: Uint8Array,
  width: number,
  last: { j: number; layer: number },
  a: Span,
  b: Span,
  into: Int32Array,
) {
  let { j, layer } = last
  let i = a.to - a.from
  into.fill(-1, a.from, a.to)
  while (i > 0) {
    const cell = trace[i * width + j]!
    if (layer === PAIR) {
      into[a.from + i - 1] = b.from + j - 1
      layer = cell & 3
      i--
      j--
    } else if (layer === DROP) {
      layer = (cell >> 2) & 3
      i--
    } else {
      layer = (cell >> 4) & 3
      j--
    }
  }
}
