import type { Span } from './align'
import type { Pattern } from './quote-search'
import { lowest } from './sorted'
import type { Ground } from './strand'

const BIN = 8 // words; a longer quote drifts further, and gets wider bins
const MOST = 6 // places
const RUNNER_UP = 0.4 // of the votes of the fullest place
const BUDGET = 20_000 // occurrences looked at for one quote
const CROWD = 2_000 // of them for any one word

/**
 * The words of the text where the pattern most likely begins. Each word of the pattern votes, for each place
 * it occurs at, for the beginning that this would mean (a Hough transform; the seeds of sequence search,
 * Altschul et al. 1990). Rare words count for more and are looked at first, so that work stays bounded.
 */
export function likelyBeginnings(
  ground: Ground,
  pattern: Pattern,
  near: number,
  taken?: Uint8Array,
): number[] {
  const { strand, all } = pattern
  const size = Math.max(BIN, (all.to - all.from) >> 2)
  const bins = new Float64Array(Math.ceil(ground.ids.length / size) + 2)
  let budget = BUDGET
  for (const { at, from, to } of seedsOf(ground, pattern)) {
    if (budget <= 0) break
    const shift = at - all.from
    const some = to - from > CROWD ? nearest(ground.places, from, to, near + shift) : { from, to }
    budget -= some.to - some.from
    const vote = strand.weight[at]! ** 2
    for (let k = some.from; k < some.to; k++) {
      const place = ground.places[k]!
      if (!taken?.[place]) bins[Math.max(0, Math.floor((place - shift) / size))]! += vote
    }
  }
  return fullest(bins, Math.floor(near / size)).map((bin) => bin * size + (size >> 1))
}

/** Where each word of the pattern occurs in the text, the rarest first. */
function seedsOf(ground: Ground, { strand, all }: Pattern) {
  const seeds: { at: number; from: number; to: number }[] = []
  for (let at = all.from; at < all.to; at++) {
    const id = strand.ids[at]!
    if (id < ground.weightOf.length) seeds.push({ at, from: ground.first[id]!, to: ground.first[id + 1]! })
  }
  return seeds.sort((x, y) => x.to - x.from - (y.to - y.from) || x.at - y.at)
}

/** The span of occurrences, no more than a crowd, that lies nearest to a word. */
function nearest(places: Int32Array, from: number, to: number, target: number): Span {
  const begin = Math.max(from, Math.min(lowest(places, target, from, to) - CROWD / 2, to - CROWD))
  return { from: begin, to: begin + CROWD }
}

/** The fullest pairs of neighbouring bins, the nearest first among equals, and `near` if it has votes. */
function fullest(bins: Float64Array, near: number): number[] {
  let most = 0
  for (let at = 0; at + 1 < bins.length; at++) most = Math.max(most, bins[at]! + bins[at + 1]!)
  const order: { bin: number; votes: number }[] = []
  for (let bin = 0; bin + 1 < bins.length; bin++) {
    const votes = bins[bin]! + bins[bin + 1]!
    if (votes > 0 && votes >= RUNNER_UP * most) order.push({ bin, votes })
  }
  order.sort((x, y) => y.votes - x.votes || Math.abs(x.bin - near) - Math.abs(y.bin - near) || x.bin - y.bin)
  const chosen: number[] = []
  const isNew = (bin: number) => !chosen.some((other) => Math.abs(other - bin) < 2)
  for (const { bin } of order) if (chosen.length < MOST && isNew(bin)) chosen.push(bin)
  if (isNew(near) && (bins[near] ?? 0) + (bins[near + 1] ?? 0) > 0.1 * most) chosen.push(near)
  return chosen
}
