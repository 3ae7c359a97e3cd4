import { parseHtml } from '../html/parse'
import { htmlPieces } from '../html-blocks'
import type { Run } from '../run'
import { raised } from '../scripts'
import { formatTable } from '../table'
import { inline } from '../text'
import type { Piece } from '../types'
import type { FootnoteDefinition, List, Nodes, Root, RootContent, Table } from './parser'

type Context = { notes: Map<string, FootnoteDefinition>; taken: Set<string>; run: Run }

/** Markdown to pieces; a footnote comes after the block that refers to it. */
export function markdownPieces(tree: Root, run: Run): Piece[] {
  const notes = new Map(
    tree.children.flatMap((n) => (n.type === 'footnoteDefinition' ? [[n.identifier, n] as const] : [])),
  )
  const context: Context = { notes, taken: new Set(), run }
  const body = joinCaptions(tree.children.flatMap((n) => [...piecesOf(n, context), ...notesOf(n, context)]))
  const left = [...notes.keys()].filter((id) => !context.taken.has(id))
  return [...body, ...left.map((id) => note(id, context))]
}

function piecesOf(node: RootContent, c: Context): Piece[] {
  c.run.check()
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', text: textOf(node), level: node.depth }]
    case 'paragraph':
      return paragraph(node, c)
    case 'blockquote':
      return [
        {
          kind: 'quote',
          text: node.children
            .flatMap((n) => piecesOf(n, c))
            .map((p) => p.text)
            .join('\n'),
        },
      ]
    case 'list':
      return [{ kind: 'list', text: listOf(node) }]
    case 'code':
      return [{ kind: 'code', text: node.value }]
    case 'math':
      return [{ kind: 'equation', text: node.value }]
    case 'table':
      return [{ kind: 'table', text: tableOf(node) }]
    case 'html':
      return rawHtml(node.value, c)
    default:
      return []
  }
}

function paragraph(node: Extract<RootContent, { type: 'paragraph' }>, c: Context): Piece[] {
  const [only, ...more] = node.children
  if (only?.type === 'image' && more.length === 0) {
    const text = only.alt || only.title || ''
    if (!text) c.run.warn('A picture without a description was left out.')
    return text ? [{ kind: 'figure', text }] : []
  }
  // remark-math takes "$$ … $$" on one line for mathematics in a line.
  if (only?.type === 'inlineMath' && more.length === 0) return [{ kind: 'equation', text: only.value }]
  return [{ kind: 'paragraph', text: textOf(node) }]
}

/** Pandoc writes a table's caption as a paragraph beside it: "Table: …" or ": …". */
function joinCaptions(pieces: Piece[]): Piece[] {
  const caption = (p: Piece | undefined) =>
    p?.kind === 'paragraph' ? /^(?:Table)?:\s+(.+)$/s.exec(p.text)?.[1] : undefined
  return pieces.flatMap((p, i) => {
    const table = [pieces[i + 1], pieces[i - 1]].some((q) => q?.kind === 'table')
    if (caption(p) && table) return []
    const own = p.kind === 'table' ? (caption(pieces[i - 1]) ?? caption(pieces[i + 1])) : undefined
    return own ? [{ kind: 'table' as const, text: `${inline(own)}\n\n${p.text}` }] : [p]
  })
}

/** HTML within Markdown is read as HTML: its text stays, its scripts go. */
function rawHtml(value: string, c: Context): Piece[] {
  if (/^<!--/.test(value.trim())) return []
  return htmlPieces(parseHtml(value).body, c.run.check).pieces
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'inlineMath':
      return `$${node.value}$`
    case 'break':
      return '\n'
    case 'image':
      return node.alt ?? ''
    case 'footnoteReference':
      return raised(node.label ?? node.identifier)
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : ''
  }
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function listOf(list: List, indent = ''): string {
  return list.children
    .flatMap((item, i) => {
      const marker = list.ordered ? `${(list.start ?? 1) + i}. ` : '- '
      const done = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : ''
      const own = item.children
        .filter((n) => n.type !== 'list')
        .map((n) => ('value' in n ? n.value : textOf(n)))
      const below = item.children.flatMap((n) => (n.type === 'list' ? [listOf(n, `${indent}  `)] : []))
      return [indent + marker + done + inline(own.join('\n')), ...below]
    })
    .join('\n')
}

const tableOf = (table: Table) =>
  formatTable({ rows: table.children.map((r) => r.children.map((cell) => textOf(cell))) })

function notesOf(node: RootContent, c: Context): Piece[] {
  if (node.type === 'footnoteDefinition') return []
  return references(node)
    .filter((id) => c.notes.has(id) && !c.taken.has(id))
    .map((id) => note(id, c))
}

function note(id: string, c: Context): Piece {
  c.taken.add(id)
  const definition = c.notes.get(id)
  const text = definition?.children.map(textOf).join(' ') ?? ''
  return { kind: 'note', text: `${definition?.label ?? id} ${text}` }
}

const references = (node: Nodes): string[] =>
  node.type === 'footnoteReference'
    ? [node.identifier]
    : 'children' in node
      ? node.children.flatMap(references)
      : []
