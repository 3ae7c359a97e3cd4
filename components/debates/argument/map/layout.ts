import { type HierarchyPointNode, stratify, tree } from 'd3-hierarchy'
import type { Row } from '@/lib/debates/rules/outline'
import type { ClaimDto } from '@/lib/debates/schema'

/** Pixels at scale 1. */
export const CARD = { width: 256, height: 98 }
const GAP = { x: 84, y: 14 }
/** What stands for the motion. */
export const ROOT = 'motion'

export type Placed = { id: string; x: number; y: number; row: Row<ClaimDto> | null }
export type Link = { from: Placed; to: Placed }
/** Linked premises: where their bracket stands. */
export type Bracket = { id: string; from: Placed; members: Placed[] }
export type Box = { x: number; y: number; width: number; height: number }
export type Layout = {
  nodes: Placed[]
  byId: Map<string, Placed>
  links: Link[]
  brackets: Bracket[]
  box: Box
}

type Item = { id: string; parentId: string | null; row: Row<ClaimDto> | null }

function itemsOf(rows: readonly Row<ClaimDto>[]): Item[] {
  const items = rows.map((row) => ({ id: row.claim.id, parentId: row.claim.parentId ?? ROOT, row }))
  return [{ id: ROOT, parentId: null, row: null }, ...items]
}

/** The motion (or one claim) at the left, every answer to the right of what it answers, nothing over anything. */
export function layoutOf(rows: readonly Row<ClaimDto>[], focus: string | null): Layout {
  const items = focus && rows.length ? branchItems(rows) : itemsOf(rows)
  const root = stratify<Item>()(items)
  const points = tree<Item>()
    .nodeSize([CARD.height + GAP.y, CARD.width + GAP.x])
    .separation((a, b) => (a.parent === b.parent ? 1 : 1.35))(root)
  const byId = new Map<string, Placed>()
  const nodes = points.descendants().map((point) => {
    const node = placed(point)
    byId.set(node.id, node)
    return node
  })
  const links = points.links().flatMap(({ source, target }) => {
    const [from, to] = [byId.get(source.data.id), byId.get(target.data.id)]
    return from && to ? [{ from, to }] : []
  })
  const brackets = bracketsOf(links)
  const joined = new Set(brackets.flatMap((b) => b.members.map((m) => m.id)))
  return { nodes, byId, links: links.filter((l) => !joined.has(l.to.id)), brackets, box: boxOf(nodes) }
}

const branchItems = (rows: readonly Row<ClaimDto>[]): Item[] =>
  rows.map((row) => ({ id: row.claim.id, parentId: row.level === 0 ? null : row.claim.parentId, row }))

const placed = ({ x, y, data }: HierarchyPointNode<Item>): Placed => ({
  ...{ id: data.id, row: data.row, x: y, y: x - CARD.height / 2 },
})

function bracketsOf(links: readonly Link[]): Bracket[] {
  const groups = new Map<number, Link[]>()
  for (const link of links) {
    const group = link.to.row?.claim.linkGroup
    if (group != null) groups.set(group, [...(groups.get(group) ?? []), link])
  }
  return [...groups].flatMap(([group, some]) =>
    some.length > 1 && some[0]
      ? [{ id: `${group}`, from: some[0].from, members: some.map((l) => l.to) }]
      : [],
  )
}

function boxOf(nodes: readonly Placed[]): Box {
  const [x, y] = [Math.min(...nodes.map((n) => n.x)), Math.min(...nodes.map((n) => n.y))]
  return {
    ...{ x, y },
    width: Math.max(...nodes.map((n) => n.x)) + CARD.width - x,
    height: Math.max(...nodes.map((n) => n.y)) + CARD.height - y,
  }
}

export const meets = (node: { x: number; y: number }, box: Box): boolean =>
  node.x + CARD.width >= box.x &&
  node.x <= box.x + box.width &&
  node.y + CARD.height >= box.y &&
  node.y <= box.y + box.height

/** The card at a point, if there is one. */
export const at = ({ nodes }: Layout, x: number, y: number): Placed | undefined =>
  nodes.find((n) => x >= n.x && x <= n.x + CARD.width && y >= n.y && y <= n.y + CARD.height)

/** How much a card shows, so that its words are never smaller on the screen than words can be: all, fewer, its number, a colour. */
export type Detail = 'full' | 'brief' | 'few' | 'code' | 'dot'
const DETAILS: [number, Detail][] = [
  [0.8, 'full'],
  [0.5, 'brief'],
  [0.32, 'few'],
  [0.2, 'code'],
]
export const detailAt = (scale: number): Detail => DETAILS.find(([least]) => scale >= least)?.[1] ?? 'dot'
export const isFar = (detail: Detail): boolean => detail === 'code' || detail === 'dot'

/** How much room a branch's label takes on the screen. */
const LABEL_HEIGHT = 38

/** The branches that are named beside a map too far off for words: the largest first, as long as they do not meet. */
export function named({ nodes }: Layout, scale: number): Placed[] {
  const bySize = nodes
    .filter((n) => n.row)
    .toSorted((a, b) => (b.row?.below ?? 0) - (a.row?.below ?? 0) || a.y - b.y)
  const chosen: Placed[] = []
  for (const node of bySize)
    if (chosen.every((c) => Math.abs(c.y - node.y) * scale >= LABEL_HEIGHT)) chosen.push(node)
  return chosen.sort((a, b) => a.y - b.y)
}

/** A card and all that is drawn under it. */
export function branchBox({ nodes }: Layout, id: string): Box {
  const inside = new Set([id])
  // parents come before their answers
  for (const { row } of nodes)
    if (row?.claim.parentId && inside.has(row.claim.parentId)) inside.add(row.claim.id)
  return boxOf(nodes.filter((n) => inside.has(n.id)))
}
