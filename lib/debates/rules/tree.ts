/**
 * The argument map as a tree. A claim is for or against its parent, and a claim without one is for or against the
 * motion; an objection to an objection helps the side it started from, so the side a claim helps in the end is
 * the parity of the 'opposes' on its way up.
 */
export type Relation = 'SUPPORTS' | 'OPPOSES'
export type Side = 'FOR' | 'AGAINST'
export type Node = { id: string; parentId: string | null; number: number; relation: Relation }
export type Placed<T> = T & { depth: number; helps: Side }

const turned = (side: Side, relation: Relation): Side =>
  relation === 'SUPPORTS' ? side : side === 'FOR' ? 'AGAINST' : 'FOR'

/** What supports comes before what opposes, and each in the order in which it was said. */
const inOrder = (a: Node, b: Node): number =>
  a.relation === b.relation ? a.number - b.number : a.relation === 'SUPPORTS' ? -1 : 1

function byParent<T extends Node>(claims: readonly T[]): Map<string | null, T[]> {
  const children = new Map<string | null, T[]>()
  for (const claim of claims) {
    const siblings = children.get(claim.parentId)
    if (siblings) siblings.push(claim)
    else children.set(claim.parentId, [claim])
  }
  for (const siblings of children.values()) siblings.sort(inOrder)
  return children
}

/**
 * The claims in reading order, every parent before its children. What hangs on nothing that is in the list (its
 * parent was taken away) speaks to nothing any more and is left out. Works without recursion: chains may be long.
 */
export function claimTree<T extends Node>(claims: readonly T[]): Placed<T>[] {
  const children = byParent(claims)
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

export type Branch<T> = { claim: T; children: Branch<T>[] }

/**
 * Claims in reading order as nested lists of at most `levels` levels. What lies deeper is listed on the last level, in
 * order: a page can be indented only so far, and browsers stop nesting elements at some depth.
 */
export function nest<T extends { depth: number }>(placed: readonly T[], levels: number): Branch<T>[] {
  const roots: Branch<T>[] = []
  const open: Branch<T>[] = []
  for (const claim of placed) {
    const level = Math.min(claim.depth, levels - 1)
    const branch: Branch<T> = { claim, children: [] }
    open.length = level
    const list = open[level - 1]?.children ?? roots
    list.push(branch)
    open[level] = branch
  }
  return roots
}

/** "C07": how people speak of a claim. */
export const claimCode = (number: number): string => `C${String(number).padStart(2, '0')}`
