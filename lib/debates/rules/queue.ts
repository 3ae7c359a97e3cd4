/** Who waits to speak, in which order. */

export type Waiting = {
  id: string
  /** How often this member has spoken in this debate. */
  times: number
  /** Milliseconds. */
  raisedAt: number
  /** Set where whoever runs the session has put somebody in a place. */
  place: number | null
}

const byRule = (a: Waiting, b: Waiting): number =>
  a.times - b.times || a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1)

const byPlace = (a: Waiting, b: Waiting): number => (a.place ?? 0) - (b.place ?? 0) || byRule(a, b)

/**
 * What the chair has put in order comes first, as it was put. Everybody else follows by the rule: those who have
 * spoken least, then whose hand went up first; somebody who speaks for the first time is put before the others by
 * themselves, also when they come later.
 */
export const inOrder = <T extends Waiting>(hands: readonly T[]): T[] => [
  ...hands.filter((h) => h.place !== null).sort(byPlace),
  ...hands.filter((h) => h.place === null).sort(byRule),
]

/**
 * The places after a hand is moved to `to` (from 0): everybody up to there stays as the chair then sees them, the
 * rest go on by the rule. By hand; those that are not named have none.
 */
export function placesAfterMove(hands: readonly Waiting[], id: string, to: number): Map<string, number> {
  const order = inOrder(hands)
  const moved = order.find((h) => h.id === id)
  if (!moved) return new Map(order.flatMap((h) => (h.place === null ? [] : [[h.id, h.place]])))
  const others = order.filter((h) => h !== moved)
  const at = Math.max(0, Math.min(to, others.length))
  const next = [...others.slice(0, at), moved, ...others.slice(at)]
  const upTo =
    Math.max(
      at,
      next.findLastIndex((h) => h !== moved && h.place !== null),
    ) + 1
  return new Map(next.slice(0, upTo).map((h, i) => [h.id, i + 1]))
}

type Spoke = { called: number; named: number; stated: boolean }

/** Turns from the queue, phases held in one's name ("P1"), or, without either, words that were noted. */
export const timesSpoken = ({ called, named, stated }: Spoke): number => called + named || (stated ? 1 : 0)
