import { z } from 'zod'
import type { Relation } from '../tree'
import { type Graph, type GraphEdge, type GraphNode, toMap } from './graph'
import type { ReadMap } from './map'
import { type Meta, readMeta } from './meta'

const Id = z.union([z.string().max(100), z.int()]).transform(String)
const Aif = z.object({
  nodes: z
    .array(
      z.object({
        nodeID: Id,
        text: z.string().nullish(),
        type: z.string(),
        colloquy: z.unknown().optional(),
      }),
    )
    .max(20_000),
  edges: z.array(z.object({ fromID: Id, toID: Id })).max(60_000),
  locutions: z.array(z.object({ nodeID: Id, personID: Id.nullish() })).catch([]),
  participants: z
    .array(z.object({ participantID: Id, firstname: z.string().nullish(), surname: z.string().nullish() }))
    .catch([]),
})
type Aif = z.output<typeof Aif>

function parsed(file: string): Aif {
  let json: unknown
  try {
    json = JSON.parse(file.replace(/^\uFEFF/, ''))
  } catch {
    throw new RangeError('The file is not JSON.')
  }
  const aif = Aif.safeParse(json)
  if (!aif.success)
    throw new RangeError('The file is JSON, but not AIF: it needs nodes and edges as AIFdb writes them.')
  return aif.data
}

const listed = (pairs: [string, string][]): Map<string, string[]> => {
  const lists = new Map<string, string[]>()
  for (const [key, value] of pairs) {
    const list = lists.get(key)
    if (list) list.push(value)
    else lists.set(key, [value])
  }
  return lists
}

type Ways = {
  types: Map<string, string>
  into: Map<string, string[]>
  outOf: Map<string, string[]>
  metas: Map<string, Meta>
}

const waysOf = ({ nodes, edges }: Aif): Ways => ({
  types: new Map(nodes.map((n) => [n.nodeID, n.type])),
  into: listed(edges.map((e) => [e.toID, e.fromID])),
  outOf: listed(edges.map((e) => [e.fromID, e.toID])),
  metas: new Map(nodes.map((n) => [n.nodeID, readMeta(n.colloquy)])),
})

const isScheme = (type: string | undefined): boolean => type === 'RA' || type === 'CA'

/** Of several premises that share a node, the one that an undercut names; else the first. */
function undercutOne(ways: Ways, scheme: string, from: string): string | undefined {
  const premises = (ways.into.get(scheme) ?? []).filter((id) => ways.types.get(id) === 'I')
  const { parent } = ways.metas.get(from) ?? {}
  return premises.find((id) => parent != null && ways.metas.get(id)?.number === parent) ?? premises[0]
}

/** What the premises of one RA- or CA-node speak to. */
function edgesOf(ways: Ways, scheme: string): GraphEdge[] {
  const premises = (ways.into.get(scheme) ?? []).filter((id) => ways.types.get(id) === 'I')
  const plain: Relation = ways.types.get(scheme) === 'RA' ? 'SUPPORTS' : 'OPPOSES'
  return (ways.outOf.get(scheme) ?? []).flatMap((target) =>
    premises.flatMap((from): GraphEdge[] => {
      if (ways.types.get(target) === 'I') return [{ from, to: target, relation: plain }]
      const to = isScheme(ways.types.get(target)) ? undercutOne(ways, target, from) : undefined
      return to ? [{ from, to, relation: plain === 'OPPOSES' ? 'UNDERCUTS' : 'SUPPORTS' }] : []
    }),
  )
}

/** Whose words each I-node is, where a locution asserts it. */
function authorsOf({ locutions, participants }: Aif, ways: Ways): Map<string, string> {
  const names = new Map(
    participants.map((p) => [p.participantID, [p.firstname, p.surname].filter(Boolean).join(' ').trim()]),
  )
  const authors = new Map<string, string>()
  for (const { nodeID, personID } of locutions)
    for (const asserting of ways.outOf.get(nodeID) ?? [])
      for (const id of ways.outOf.get(asserting) ?? []) {
        const name = personID ? names.get(personID) : undefined
        if (name && ways.types.get(id) === 'I' && !authors.has(id)) authors.set(id, name)
      }
  return authors
}

/** Premises that share a node are linked; a file of our own says so itself. */
function linkGroups(ways: Ways, schemes: string[]): Map<string, number> {
  const groups = new Map<string, number>()
  for (const scheme of schemes) {
    const premises = (ways.into.get(scheme) ?? []).filter((id) => ways.types.get(id) === 'I')
    if (premises.length > 1)
      for (const id of premises) if (!groups.has(id)) groups.set(id, schemes.indexOf(scheme) + 1)
  }
  return groups
}

/** Reads AIF in the JSON of AIFdb. A RangeError with a sentence for what it cannot read. */
export function readAif(file: string): ReadMap {
  const aif = parsed(file)
  const ways = waysOf(aif)
  const authors = authorsOf(aif, ways)
  const schemes = aif.nodes.filter((n) => isScheme(n.type)).map((n) => n.nodeID)
  const groups = linkGroups(ways, schemes)
  const nodes = aif.nodes
    .filter((n) => n.type === 'I')
    .map(({ nodeID, text }): GraphNode => {
      const meta = ways.metas.get(nodeID) ?? readMeta(null)
      const author = meta.author || (authors.get(nodeID) ?? '').slice(0, 200)
      const linkGroup = meta.linkGroup ?? (meta.number ? null : (groups.get(nodeID) ?? null))
      return { key: nodeID, title: '', text: text ?? '', meta: { ...meta, author, linkGroup } }
    })
  if (!nodes.length) throw new RangeError('There is no statement (no I-node) in the file.')
  const graph: Graph = { title: '', nodes, edges: schemes.flatMap((scheme) => edgesOf(ways, scheme)) }
  return toMap(graph)
}
