/**
 * The argument map as a tree. A claim is for or against its parent, and a claim without one is for or against the
 * motion; an objection to an objection helps the side it started from, so the side a claim helps in the end is
 * the parity of the 'opposes' on its way up.
 *
 * An undercut (Pollock 1987) attacks the step from its parent to what that one speaks to, and leaves the parent's
 * truth alone. It takes from its parent what the parent gives, so it helps the other side than its parent does, as
 * an objection would. Nothing steps from the motion, so nothing undercuts it.
 */
export type Relation = 'SUPPORTS' | 'OPPOSES' | 'UNDERCUTS'
export type Side = 'FOR' | 'AGAINST'
export type Node = {
  id: string
  parentId: string | null
  number: number
  relation: Relation
  /** Siblings with one number are linked premises. */
  linkGroup?: number | null
}
export type Placed<T> = T & { depth: number; helps: Side }

const turned = (side: Side, relation: Relation): Side =>
  relation === 'SUPPORTS' ? side : side === 'FOR' ? 'AGAINST' : 'FOR'

const RANK = { SUPPORTS: 0, OPPOSES: 1, UNDERCUTS: 2 } as const

/** What supports comes before what opposes and what undercuts, each as it was said; linked premises stand together. */
function inOrder<T extends Node>(siblings: T[]): T[] {
  const first = new Map<number, number>()
  for (const { linkGroup, number } of siblings)
    if (linkGroup != null) first.set(linkGroup, Math.min(number, first.get(linkGroup) ?? number))
  const place = (c: T): number => (c.linkGroup == null ? c.number : (first.get(c.linkGroup) ?? c.number))
  return siblings.sort(
    (a, b) => RANK[a.relation] - RANK[b.relation] || place(a) - place(b) || a.number - b.number,
  )
}

export function childrenOf<T extends Node>(claims: readonly T[]): Map<string | null, T[]> {
  const children = new Map<string | null, T[]>()
  for (const claim of claims) {
    const siblings = children.get(claim.parentId)
    if (siblings) siblings.push(claim)
    else children.set(claim.parentId, [claim])
  }
  for (const siblings of children.values()) inOrder(siblings)
  return children
}

/**
 * The claims in reading order, every parent before its children. What hangs on nothing that is in the list (its
 * parent was taken away) speaks to nothing any more and is left out. Works without recursion: chains may be long.
 */
export function claimTree<T extends Node>(claims: readonly T[]): Placed<T>[] {
  const children = childrenOf(claims)
  const placed: Placed<T>[] = []
  const waiting: Placed<T>[] = []
  const push = (parentId: string | null, depth: number, side: Side) => {
    for (const claim of (children.get(parentId) ?? []).toReversed())
      waiting.push({ ...claim, depth, helps: turned(side, claim.relation) })
  }
  push(null, 0, 'FOR')
  for (let claim = waiting.pop(); claim; claim = waiting.pop()) {
    placed.push(claim)
    push(claim.id, claim.depth + 1, claim.helps)
  }
  return placed
}

export type SideCount = { claims: number; unsourced: number }
export type Standing = { for: SideCount; against: SideCount; unsourced: number; claims: number }

/** How many claims help each side, and how many of them rest on nothing that anybody could look up. */
export function standing(placed: readonly { helps: Side; sourced: boolean }[]): Standing {
  const count = (side: Side): SideCount => {
    const mine = placed.filter((c) => c.helps === side)
    return { claims: mine.length, unsourced: mine.filter((c) => !c.sourced).length }
  }
  const [pro, con] = [count('FOR'), count('AGAINST')]
  return { for: pro, against: con, claims: placed.length, unsourced: pro.unsourced + con.unsourced }
}

/** "C07": how people speak of a claim. */
export const claimCode = (number: number): string => `C${String(number).padStart(2, '0')}`
