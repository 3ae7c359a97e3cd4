import type { Relation } from '../tree'
import { inReadingOrder, LONGEST_CLAIM, type MapClaim, MOST_CLAIMS, type ReadMap } from './map'
import type { Meta } from './meta'

export type GraphNode = { key: string; title: string; text: string; meta: Meta }
/** `from` speaks to `to`. */
export type GraphEdge = { from: string; to: string; relation: Relation }
/** An argument as a file draws it: not yet known to be a tree. */
export type Graph = { title: string; nodes: GraphNode[]; edges: GraphEdge[] }

const refuse = (message: string): RangeError => new RangeError(message)
const named = ({ title, text }: GraphNode): string => `“${(title || text).slice(0, 40)}”`

/** The statement that all others speak to: the only one that speaks to nothing, or the one that is called so. */
function motionOf(nodes: GraphNode[], edges: GraphEdge[]): GraphNode | null {
  const speaking = new Set(edges.map((e) => e.from))
  const roots = nodes.filter((n) => !speaking.has(n.key))
  if (!roots.length && nodes.length)
    throw refuse('The argument goes round in a circle: nothing in it is the motion.')
  return roots.length === 1 ? roots[0]! : (roots.find((n) => /^(m|motion)$/i.test(n.title)) ?? null)
}

type Placing = { node: GraphNode; parent: string | null; relation: Relation }

/** Where each statement hangs: on the first that it speaks to. To speak to a second one it comes again, alone. */
function placings(graph: Graph, motion: GraphNode | null, remarks: string[]): Placing[] {
  const byKey = new Map(graph.nodes.map((n) => [n.key, n]))
  const placed = new Map<string, Placing>()
  const again: Placing[] = []
  for (const { from, to, relation } of graph.edges) {
    const node = byKey.get(from)
    if (!node || from === to || node === motion || !byKey.has(to)) continue
    const parent = to === motion?.key ? null : to
    const placing = {
      node,
      parent,
      relation: parent === null && relation === 'UNDERCUTS' ? 'OPPOSES' : relation,
    } as const
    if (placing.relation !== relation)
      remarks.push(`${named(node)} undercut the motion itself; it now opposes it.`)
    if (!placed.has(from)) placed.set(from, placing)
    else if (
      !again.some((p) => p.node === node && p.parent === parent) &&
      placed.get(from)?.parent !== parent
    ) {
      again.push(placing)
      remarks.push(`${named(node)} speaks to several claims; it is repeated under each.`)
    }
  }
  // in the order of the file: numbers that the file does not give follow it
  const inOrder = graph.nodes.flatMap((node): Placing[] =>
    node === motion ? [] : [placed.get(node.key) ?? { node, parent: null, relation: 'SUPPORTS' }],
  )
  return [...inOrder, ...again]
}

/** The number that a statement brings, by what the file says of it or by a title such as C07. */
function broughtNumber({ title, meta }: GraphNode): number | null {
  const byTitle = /^C0*([1-9]\d{0,5})$/i.exec(title)
  return meta.number ?? (byTitle ? Number(byTitle[1]) : null)
}

/** A number for every placing: its own where nobody else has it, else the next that is free. */
function numbers(list: Placing[]): number[] {
  const used = new Set<number>()
  const own = list.map(({ node }) => {
    const number = broughtNumber(node)
    if (number === null || used.has(number)) return null
    used.add(number)
    return number
  })
  let next = 1
  return own.map((number) => {
    if (number !== null) return number
    while (used.has(next)) next++
    used.add(next)
    return next
  })
}

function checked(claim: MapClaim): MapClaim {
  const code = `C${String(claim.number).padStart(2, '0')}`
  if (!claim.text) throw refuse(`${code} has no words.`)
  if (claim.text.length > LONGEST_CLAIM)
    throw refuse(
      `${code} has ${claim.text.length.toLocaleString('en')} characters; a claim holds at most 2,000.`,
    )
  return claim
}

/**
 * Makes a tree of what a file draws. A RangeError with a sentence where that cannot be: too many statements, one
 * without words, or a circle.
 */
export function toMap(graph: Graph): ReadMap {
  if (graph.nodes.length > MOST_CLAIMS + 1)
    throw refuse(
      `The file has ${graph.nodes.length.toLocaleString('en')} statements; a map holds at most 1,000.`,
    )
  const remarks: string[] = []
  const motion = motionOf(graph.nodes, graph.edges)
  const list = placings(graph, motion, remarks)
  if (list.length > MOST_CLAIMS) throw refuse('With what is repeated, the map has more than 1,000 claims.')
  const own = numbers(list)
  const first = new Map<string, number>()
  for (const [i, { node }] of list.entries()) if (!first.has(node.key)) first.set(node.key, own[i]!)
  const claims = list.map(({ node: { text, meta }, parent, relation }, i) =>
    checked({
      number: own[i]!,
      parent: parent === null ? null : (first.get(parent) ?? null),
      relation,
      text: (meta.text ?? text).trim(),
      ...{ author: meta.author, toulmin: meta.toulmin, linkGroup: meta.linkGroup, sources: meta.sources },
    }),
  )
  const ordered = inReadingOrder(claims)
  if (ordered.length < claims.length)
    throw refuse('Some of the argument goes round in a circle and reaches no motion.')
  return {
    motion: motion ? (motion.meta.text ?? motion.text).trim() : graph.title,
    claims: ordered,
    remarks: [...new Set(remarks)],
  }
}

/** What is written of a claim beside its words. */
export const metaOf = (claim: MapClaim): Partial<Meta> => ({
  number: claim.number,
  ...{ author: claim.author, toulmin: claim.toulmin, linkGroup: claim.linkGroup, sources: claim.sources },
})
