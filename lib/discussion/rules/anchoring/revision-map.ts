import { compare } from './compare'
import { rememberLast } from './memo'
import { type Ground, groundOf, type Strand, strandOn } from './strand'
import { matchOf } from './support'

/** Where the words of an earlier text went: `forward` from its words to the new ones, -1 for those gone. */
export type RevisionMap = { before: Strand; after: Ground; forward: Int32Array; taken: Uint8Array }

const REACH = 10 // words to either side that vouch for a match
const VOUCHED = 0.3

/** The comparison of two texts; the last few are kept, because all notes of a reading need the same one. */
export const revisionMap = rememberLast(4, (before: string, after: string): RevisionMap => {
  const ground = groundOf(after)
  const strand = strandOn(ground, before)
  const forward = new Int32Array(strand.ids.length).fill(-1)
  compare(strand, wholeOf(strand), ground, wholeOf(ground), forward)
  dropCoincidences(strand, ground, forward)
  const taken = new Uint8Array(ground.ids.length)
  for (const [at, to] of forward.entries()) if (to >= 0 && strand.ids[at] === ground.ids[to]) taken[to] = 1
  return { before: strand, after: ground, forward, taken }
})

/**
 * A match that few of its neighbours share is chance: common words of a deleted paragraph meet those of
 * whatever stands in its place. Dropping them leaves both sides free for a passage that moved.
 */
function dropCoincidences(before: Strand, after: Ground, forward: Int32Array) {
  const matched = new Float64Array(forward.length + 1)
  const total = new Float64Array(forward.length + 1)
  for (let at = 0; at < forward.length; at++) {
    matched[at + 1] = matched[at]! + matchOf(before, at, after, forward[at]!)
    total[at + 1] = total[at]! + before.weight[at]!
  }
  for (let at = 0; at < forward.length; at++) {
    const from = Math.max(0, at - REACH)
    const to = Math.min(forward.length, at + REACH + 1)
    if (matched[to]! - matched[from]! < VOUCHED * (total[to]! - total[from]!)) forward[at] = -1
  }
}

function wholeOf(strand: Strand) {
  return { from: 0, to: strand.ids.length }
}
