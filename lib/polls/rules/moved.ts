import type { Ranks } from '../schema'
import { type Flow, flowOf, hideSmallFlows, type ShownFlow } from './suppress'

type Pair = { before: string; after: string }
export type Moved = { voters: number; before: Ranks; after: Ranks; flow: ShownFlow }

const counted = (codes: string[], choices: string[]): Ranks =>
  Object.fromEntries(codes.map((code) => [code, choices.filter((c) => c === code).length]))

/** First choices of those who voted both times, and the moves between them without the small groups; null where nothing may be told. */
export function movedOf(
  codes: string[],
  pairs: Pair[],
): { flow: Flow; shown: ShownFlow; moved: Moved | null } {
  const flow = flowOf(codes, pairs)
  const shown = hideSmallFlows(flow)
  if (pairs.length === 0) return { flow, shown, moved: null }
  const [before, after] = (['before', 'after'] as const).map((wave) =>
    counted(
      codes,
      pairs.map((p) => p[wave]),
    ),
  )
  return {
    flow,
    shown,
    moved: { voters: pairs.length, before: before ?? {}, after: after ?? {}, flow: shown },
  }
}
