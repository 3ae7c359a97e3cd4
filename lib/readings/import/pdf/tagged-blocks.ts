import { formatTable } from '../table'
import type { BlockKind, Piece } from '../types'
import type { Vocabulary } from '../vocabulary'
import { isNode, type Marked, spansOf, type TreeNode, textOf } from './tagged-text'

type Walk = { marked: Marked; words: Vocabulary }
type Rule = (n: TreeNode, w: Walk) => Piece[]

const APART = new Set(['Note', 'FENote', 'Table', 'L', 'Figure', 'Formula'])
const one = (kind: BlockKind, text: string): Piece[] => (text.trim() ? [{ kind, text: text.trim() }] : [])
const own = (n: TreeNode, w: Walk) =>
  textOf(
    spansOf(n, w.marked, (c) => APART.has(c.role)),
    w.words,
  )

/** The structure types of PDF 1.7 and 2.0 that carry text; what groups others is walked through. */
const RULES: Record<string, Rule> = {
  P: (n, w) => [...one('paragraph', own(n, w)), ...apart(n, w)],
  Title: (n, w) => heading(n, w, 0),
  BlockQuote: (n, w) =>
    one(
      'quote',
      nodes(n).length
        ? nodes(n)
            .map((c) => own(c, w))
            .join('\n')
        : own(n, w),
    ),
  Quote: (n, w) => one('paragraph', own(n, w)),
  L: (n, w) => one('list', listText(n, w)),
  Table: (n, w) => one('table', tableText(n, w)),
  Figure: (n, w) => one('figure', figureText(n, w)),
  Caption: (n, w) => caption(own(n, w)),
  Formula: (n, w) => one('equation', n.alt ?? textOf(spansOf(n, w.marked), w.words)),
  Code: (n, w) => one('code', textOf(spansOf(n, w.marked), w.words, true)),
  Note: (n, w) => one('note', textOf(spansOf(n, w.marked), w.words)),
  FENote: (n, w) => one('note', textOf(spansOf(n, w.marked), w.words)),
  BibEntry: (n, w) => one('paragraph', own(n, w)),
  TOC: () => [],
  TOCI: () => [],
  Artifact: () => [],
}

export function taggedPieces(node: TreeNode, marked: Marked, words: Vocabulary): Piece[] {
  return joinCaptions(walk(node, { marked, words }))
}

/** A caption right before a table is the table's, though it was tagged beside it. */
function joinCaptions(pieces: Piece[]): Piece[] {
  const isCaption = (p: Piece | undefined) =>
    (p?.kind === 'figure' || p?.kind === 'table') && !/[\n\t]/.test(p.text)
  return pieces.flatMap((p, i) => {
    const next = pieces[i + 1]
    if (isCaption(p) && next?.kind === 'table' && /\t/.test(next.text) && !next.text.includes('\n\n'))
      return []
    const before = pieces[i - 1]
    const takes =
      p.kind === 'table' && /\t/.test(p.text) && !p.text.includes('\n\n') && before && isCaption(before)
    return takes ? [{ ...p, text: `${before.text}\n\n${p.text}` }] : [p]
  })
}

function walk(n: TreeNode, w: Walk): Piece[] {
  const level = /^H([1-6])?$/.exec(n.role)
  if (level) return heading(n, w, Number(level[1] ?? 1))
  const rule = RULES[n.role]
  if (rule) return rule(n, w)
  // Spans and links right in a section make a paragraph; everything else speaks for itself.
  const loose = textOf(
    n.children.flatMap((c) => (isNode(c) ? [] : c.id ? (w.marked.get(c.id) ?? []) : [])),
    w.words,
  )
  return [...one('paragraph', loose), ...nodes(n).flatMap((c) => walk(c, w))]
}

const nodes = (n: TreeNode) => n.children.filter(isNode)
const apart = (n: TreeNode, w: Walk): Piece[] =>
  nodes(n).flatMap((c) => (APART.has(c.role) ? walk(c, w) : apart(c, w)))

function heading(n: TreeNode, w: Walk, level: number): Piece[] {
  const text = own(n, w)
  return text ? [{ kind: 'heading', text, level }, ...apart(n, w)] : apart(n, w)
}

const caption = (text: string) => one(/^(?:table|표|表)/i.test(text) ? 'table' : 'figure', text)

function figureText(n: TreeNode, w: Walk): string {
  const shown = nodes(n)
    .filter((c) => c.role === 'Caption')
    .map((c) => own(c, w))
    .join(' ')
  return [shown, n.alt && n.alt !== shown ? (shown ? `[${n.alt}]` : n.alt) : ''].filter(Boolean).join(' ')
}

function listText(n: TreeNode, w: Walk, indent = ''): string {
  return nodes(n)
    .flatMap((item) => {
      if (item.role === 'L') return [listText(item, w, `${indent}  `)]
      const label = nodes(item).find((c) => c.role === 'Lbl')
      const mark = label ? own(label, w).replace(/^[•●▪■◦‣∙·–—*\uf0b7\uf0a7o]$/, '-') : ''
      const text = textOf(
        spansOf(item, w.marked, (c) => c === label || c.role === 'L'),
        w.words,
      )
      const marked =
        mark || !/^[•●▪■◦‣∙·\uf0b7]/.test(text) ? `${mark || '-'} ${text}` : `- ${text.replace(/^\S\s*/, '')}`
      return [text ? indent + marked : '', ...lists(item).map((l) => listText(l, w, `${indent}  `))].filter(
        Boolean,
      )
    })
    .join('\n')
}

const lists = (n: TreeNode): TreeNode[] => nodes(n).flatMap((c) => (c.role === 'L' ? [c] : lists(c)))

function tableText(n: TreeNode, w: Walk): string {
  const rows = rowsOf(n).map((r) =>
    nodes(r)
      .filter((c) => c.role === 'TD' || c.role === 'TH')
      .map((c) => textOf(spansOf(c, w.marked), w.words)),
  )
  const title = nodes(n).find((c) => c.role === 'Caption')
  return formatTable(title ? { caption: own(title, w), rows } : { rows })
}

const rowsOf = (n: TreeNode): TreeNode[] => nodes(n).flatMap((c) => (c.role === 'TR' ? [c] : rowsOf(c)))
