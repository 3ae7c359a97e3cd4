import { parse } from 'yaml'
import type { Relation } from '../tree'
import { type Line, linesOf } from './argdown-lines'
import { unescaped } from './argdown-text'
import { type Graph, type GraphEdge, type GraphNode, toMap } from './graph'
import type { ReadMap } from './map'
import { readMeta } from './meta'

type Sign = { relation: Relation; outward: boolean }

/** `<+` and `+`: what stands here supports what it stands under. `+>`: the other way round. */
const SIGNS: Record<string, Sign> = {
  ...{ '+': { relation: 'SUPPORTS', outward: false }, '<+': { relation: 'SUPPORTS', outward: false } },
  ...{ '-': { relation: 'OPPOSES', outward: false }, '<-': { relation: 'OPPOSES', outward: false } },
  ...{ _: { relation: 'UNDERCUTS', outward: false }, '<_': { relation: 'UNDERCUTS', outward: false } },
  ...{ '+>': { relation: 'SUPPORTS', outward: true }, '->': { relation: 'OPPOSES', outward: true } },
  ...{ '_>': { relation: 'UNDERCUTS', outward: true }, '><': { relation: 'OPPOSES', outward: false } },
}
const LEAD = /^(\+>|->|_>|<\+|<-|<_|><|\+|-(?!-)|_(?=\s|$))\s*/
const TITLED = /^(?:\[((?:\\.|[^\]\\])+)\]|<((?:\\.|[^>\\])+)>)(:?)\s*/

const at = (line: Line, message: string): RangeError => new RangeError(`Line ${line.number}: ${message}`)

class Reading {
  readonly nodes = new Map<string, GraphNode>()
  readonly edges: GraphEdge[] = []
  private readonly open: { indent: number; key: string }[] = []
  private last: GraphNode | null = null

  private node(line: Line, words: string): GraphNode {
    const titled = TITLED.exec(words)
    const title = titled ? unescaped(titled[1] ?? titled[2] ?? '').trim() : ''
    const key = titled ? `${titled[1] === undefined ? '<' : '['}${title}` : `#${this.nodes.size}`
    const text = unescaped(titled ? words.slice(titled[0].length) : words).trim()
    const known = this.nodes.get(key) ?? { key, title, text: '', meta: readMeta(null) }
    if (text && !known.text) known.text = text
    if (line.data) known.meta = readMeta(line.data)
    this.nodes.set(key, known)
    this.last = known
    return known
  }

  /** A line that goes on with the words of the one before. */
  goOn(line: Line): boolean {
    if (!this.last) return false
    this.last.text = `${this.last.text} ${unescaped(line.words)}`.trim()
    if (line.data) this.last.meta = readMeta(line.data)
    return true
  }

  statement(line: Line, words: string): void {
    const { key } = this.node(line, words)
    this.open.length = 0
    this.open.push({ indent: -1, key })
  }

  relation(line: Line, sign: Sign, words: string): void {
    if (!words) throw at(line, 'there is a sign of a relation, and no statement behind it.')
    while (this.open.length > 1 && this.open.at(-1)!.indent >= line.indent) this.open.pop()
    const above = this.open.at(-1)
    if (!above) throw at(line, 'this stands under no statement that it could speak to.')
    const { key } = this.node(line, words)
    const [from, to] = sign.outward ? [above.key, key] : [key, above.key]
    this.edges.push({ from, to, relation: sign.relation })
    this.open.push({ indent: line.indent, key })
  }

  blank(): void {
    this.last = null
  }
}

function read(reading: Reading, line: Line): void {
  const lead = LEAD.exec(line.words)
  const item = /^(?:\*|\d+\.)\s+/.exec(line.words)
  if (line.blank || /^#+\s/.test(line.words)) reading.blank()
  else if (/^\(\d+\)/.test(line.words) || /^-{2,}/.test(line.words))
    throw at(
      line,
      'premises and conclusions in numbered steps are not read. Draw them as a map, with + and -.',
    )
  else if (lead) reading.relation(line, SIGNS[lead[1]!]!, line.words.slice(lead[0].length))
  else if (item || !reading.goOn(line)) reading.statement(line, line.words.slice(item?.[0].length ?? 0))
}

/** The title in the data at the head of a file, and the rest of the file. */
function front(text: string): { title: string; body: string } {
  const match = /^\s*={3,}[^\S\n]*\n([\s\S]*?)\n={3,}[^\S\n]*(?:\n|$)/.exec(text)
  if (!match) return { title: '', body: text }
  const body = text.slice(match[0].length)
  try {
    const { title } = (parse(match[1] ?? '', { maxAliasCount: 0 }) ?? {}) as { title?: unknown }
    return { title: typeof title === 'string' ? title : '', body }
  } catch {
    return { title: '', body }
  }
}

/** Titles that are only mentioned say nothing: their title stands for their words. */
const spoken = (node: GraphNode): GraphNode =>
  node.text || node.meta.text ? node : { ...node, text: node.title }

/**
 * Reads an argument map in Argdown: statements, arguments, and the relations between them, by indentation. A RangeError
 * with a sentence (and the line) for what it cannot read.
 */
export function readArgdown(file: string): ReadMap {
  const { title, body } = front(file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  const reading = new Reading()
  for (const line of linesOf(body)) read(reading, line)
  const nodes = [...reading.nodes.values()].map(spoken)
  if (!nodes.length) throw new RangeError('There is no statement in the file.')
  const graph: Graph = { title, nodes, edges: reading.edges }
  return toMap(graph)
}
