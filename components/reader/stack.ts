export type Wanted = { id: string; top: number; height: number }

const GAP = 14

/**
 * Places cards beside their lines without overlap. Each wants its own line's top, in reading order; the active one
 * gets it exactly, and the others make room upwards and downwards from there.
 * @param wanted in reading order, `top` in pixels from the margin's head.
 * @returns top by id.
 */
export function stackCards(wanted: readonly Wanted[], activeId: string | null): Map<string, number> {
  const tops = new Map<string, number>()
  const active = Math.max(
    0,
    wanted.findIndex((card) => card.id === activeId),
  )
  let floor = Number.NEGATIVE_INFINITY
  for (const card of wanted.slice(active)) {
    const top = Math.max(card.top, floor)
    tops.set(card.id, top)
    floor = top + card.height + GAP
  }
  let ceiling = tops.get(wanted[active]?.id ?? '') ?? 0
  for (const card of wanted.slice(0, active).reverse()) {
    const top = Math.min(card.top, ceiling - card.height - GAP)
    tops.set(card.id, top)
    ceiling = top
  }
  return pushedBelowHead(wanted, tops)
}

/** Room taken upwards must not leave the margin by its head: then everything moves down together. */
function pushedBelowHead(wanted: readonly Wanted[], tops: Map<string, number>): Map<string, number> {
  let floor = 0
  for (const card of wanted) {
    const top = Math.max(tops.get(card.id) ?? 0, floor)
    tops.set(card.id, top)
    floor = top + card.height + GAP
  }
  return tops
}
