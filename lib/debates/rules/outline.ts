import { childrenOf, type Node, type Placed } from './tree'

export type Row<T> = {
  claim: Placed<T>
  /** From 0, within what is shown. */
  level: number
  /** How many claims hang on it, at any depth. */
  below: number
  answers: number
  folded: boolean
  /** Shown only because something under it passes the filter. */
  way: boolean
  place: number
  of: number
  /**
   * The lines at its left, one for each level above its own, the outermost first: whether one of that level comes
   * after it, and whether that one is a premise linked to the one before.
   */
  lines: Line[]
}
export type Line = 'none' | 'next' | 'linked'

type Asked = {
  folded: ReadonlySet<string>
  /** Only this claim and what hangs on it. */
  focus: string | null
  /** Null: all. */
  matching: ReadonlySet<string> | null
}

/** How many claims hang on each claim, at any depth. */
export function sizes(placed: readonly { id: string; parentId: string | null }[]): Map<string, number> {
  const below = new Map(placed.map((c) => [c.id, 0]))
  for (const c of placed.toReversed())
    if (c.parentId) below.set(c.parentId, (below.get(c.parentId) ?? 0) + 1 + (below.get(c.id) ?? 0))
  return below
}

/** Claims that pass, and all on the way up from them. */
function ways(placed: readonly Node[], matching: ReadonlySet<string>): Set<string> {
  const shown = new Set<string>()
  for (const c of placed.toReversed()) {
    if (matching.has(c.id)) shown.add(c.id)
    if (shown.has(c.id) && c.parentId) shown.add(c.parentId)
  }
  return shown
}

/** From the motion down to the claim, the claim last. */
export function pathTo<T extends { id: string; parentId: string | null }>(
  claims: readonly T[],
  id: string,
): T[] {
  const byId = new Map(claims.map((c) => [c.id, c]))
  const path: T[] = []
  for (let c = byId.get(id); c; c = c.parentId ? byId.get(c.parentId) : undefined) path.unshift(c)
  return path
}

/** The claims that an outline or a map shows, in reading order. With a filter nothing that passes is folded away. */
export function rows<T extends Node>(placed: readonly Placed<T>[], asked: Asked): Row<T>[] {
  const { folded, focus, matching } = asked
  const shown = matching && ways(placed, matching)
  const below = sizes(placed)
  const kids = childrenOf(placed)
  const base = placed.find((c) => c.id === focus)
  const out: Row<T>[] = []
  const open: Line[] = []
  let hide = Number.POSITIVE_INFINITY
  let inside = !base
  for (const claim of placed) {
    if (base) inside = claim.id === base.id || (inside && claim.depth > base.depth)
    if (!inside || (shown && !shown.has(claim.id)) || claim.depth > hide) continue
    const isFolded = !matching && folded.has(claim.id) && kids.has(claim.id)
    hide = isFolded ? claim.depth : Number.POSITIVE_INFINITY
    const siblings = (kids.get(claim.parentId) ?? []).filter((c) => !shown || shown.has(c.id))
    const at = siblings.findIndex((c) => c.id === claim.id)
    const level = claim.depth - (base?.depth ?? 0)
    open.length = level
    if (level > 0) open[level - 1] = lineTo(claim, siblings[at + 1])
    out.push({
      ...{ claim, level, folded: isFolded, lines: open.slice(0, level), place: at + 1, of: siblings.length },
      below: below.get(claim.id) ?? 0,
      answers: kids.get(claim.id)?.length ?? 0,
      way: matching !== null && !matching.has(claim.id),
    })
  }
  return out
}

function lineTo(claim: Node, next: Node | undefined): Line {
  if (!next) return 'none'
  return claim.linkGroup != null && claim.linkGroup === next.linkGroup ? 'linked' : 'next'
}

/**
 * What a map folds when it opens, so that its words can be read: claims are unfolded level by level, in reading order,
 * as long as no more than `most` are in sight.
 */
export function foldedAtFirst(placed: readonly Placed<Node>[], most: number): Set<string> {
  if (placed.length <= most) return new Set()
  const kids = childrenOf(placed)
  const waiting = [...(kids.get(null) ?? [])]
  const folded = new Set([...kids.keys()].filter((id) => id !== null))
  let shown = waiting.length
  for (let claim = waiting.shift(); claim; claim = waiting.shift()) {
    const answers = kids.get(claim.id)
    if (!answers || shown + answers.length > most) continue
    shown += answers.length
    folded.delete(claim.id)
    waiting.push(...answers)
  }
  return folded
}
