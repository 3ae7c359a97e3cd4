import { metaOf } from './graph'
import type { ArgumentMap, MapClaim } from './map'
import { writeMeta } from './meta'

type NodeType = 'I' | 'RA' | 'CA' | 'L' | 'YA'
export type AifNode = { nodeID: string; text: string; type: NodeType; colloquy?: Record<string, unknown> }
export type AifEdge = { edgeID: string; fromID: string; toID: string; formEdgeID: null }
export type AifLocution = { nodeID: string; personID: string; start: null; end: null; source: null }
export type AifPerson = { participantID: string; firstname: string; surname: string }
export type Aif = { nodes: AifNode[]; edges: AifEdge[]; locutions: AifLocution[]; participants: AifPerson[] }

const SCHEMES = { RA: 'Default Inference', CA: 'Default Conflict' } as const

class Writing {
  readonly aif: Aif = { nodes: [], edges: [], locutions: [], participants: [] }
  private next = 1

  node(type: NodeType, text: string, colloquy?: Record<string, unknown>): string {
    const nodeID = String(this.next++)
    this.aif.nodes.push(colloquy ? { nodeID, text, type, colloquy } : { nodeID, text, type })
    return nodeID
  }

  edge(fromID: string, toID: string): void {
    this.aif.edges.push({ edgeID: String(this.aif.edges.length + 1), fromID, toID, formEdgeID: null })
  }

  /** Who said it: a locution that asserts it. */
  said(name: string, text: string, id: string): void {
    let person = this.aif.participants.find((p) => p.firstname === name)
    if (!person) {
      person = { participantID: String(this.aif.participants.length + 1), firstname: name, surname: '' }
      this.aif.participants.push(person)
    }
    const locution = this.node('L', `${name} : ${text}`)
    const asserting = this.node('YA', 'Asserting')
    this.edge(locution, asserting)
    this.edge(asserting, id)
    this.aif.locutions.push({
      nodeID: locution,
      personID: person.participantID,
      start: null,
      end: null,
      source: null,
    })
  }
}

const schemeKey = ({ parent, relation, linkGroup, number }: MapClaim): string =>
  linkGroup === null ? `#${number}` : `${parent} ${relation} ${linkGroup}`

/**
 * The argument as AIF in the JSON of AIFdb (Chesñevar and others, "Towards an argument interchange format", Knowledge
 * Engineering Review 21, 2006): claims are I-nodes, what supports is an RA-node, what attacks a CA-node; an undercut is
 * a CA-node that attacks the RA- or CA-node of the claim it speaks to. Linked premises share their node. What AIF has no
 * place for stands under `colloquy`, which its readers pass over.
 */
export function writeAif(map: ArgumentMap): string {
  const writing = new Writing()
  const motion = writing.node('I', map.motion)
  const ids = new Map(
    map.claims.map((c) => [
      c.number,
      writing.node('I', c.text, writeMeta({ ...metaOf(c), parent: c.parent })),
    ]),
  )
  const schemes = new Map<string, string>()
  const own = new Map<number, string>()
  for (const claim of map.claims) {
    const key = schemeKey(claim)
    const type = claim.relation === 'SUPPORTS' ? 'RA' : 'CA'
    const known = schemes.get(key)
    const scheme = known ?? writing.node(type, SCHEMES[type])
    schemes.set(key, scheme)
    own.set(claim.number, scheme)
    writing.edge(ids.get(claim.number)!, scheme)
    if (known) continue
    const { parent, relation } = claim
    const target = parent === null ? motion : relation === 'UNDERCUTS' ? own.get(parent)! : ids.get(parent)!
    writing.edge(scheme, target)
  }
  for (const { author, text, number } of map.claims) if (author) writing.said(author, text, ids.get(number)!)
  return `${JSON.stringify(writing.aif, null, 1)}\n`
}
