import { inlineText, isElement, isHidden, SKIPPED, tagOf } from './html-inline'
import { htmlList } from './html-list'
import { collectNotes, type Notes } from './html-notes'
import { htmlTable, isLayoutTable } from './html-table'
import { inline } from './text'
import type { Block, BlockKind, Piece } from './types'

export type HtmlWalk = { notes: Notes; check: () => void; figures: { unnamed: number } }

/** A tree of HTML as headings and blocks, in reading order; serves HTML, EPUB and (by way of mammoth) DOCX. */
export function htmlPieces(root: Element, check: () => void): { pieces: Piece[]; unnamedFigures: number } {
  const walk: HtmlWalk = { notes: collectNotes(root), check, figures: { unnamed: 0 } }
  return { pieces: contents(root, walk), unnamedFigures: walk.figures.unnamed }
}

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|math|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/

/** Children of a container: runs of inline nodes make a paragraph, block elements speak for themselves. */
function contents(parent: Element, walk: HtmlWalk): Piece[] {
  walk.check()
  const out: Piece[] = []
  let run: Node[] = []
  const flush = () => {
    if (run.length) out.push(...paragraph(run, walk))
    run = []
  }
  for (const node of parent.childNodes) {
    if (isElement(node) && !isInline(node)) {
      flush()
      out.push(...blockOf(node, walk))
    } else run.push(node)
  }
  flush()
  return out
}

/** An inline element that holds blocks (a link round a heading, say) is a container after all. */
function isInline(e: Element): boolean {
  const tag = tagOf(e)
  if (tag === 'math') return e.getAttribute('display') !== 'block'
  if (tag === 'script') return /^math\/tex/.test(e.getAttribute('type') ?? '')
  if (!INLINE.test(tag) && !/^mjx-|^x-/.test(tag)) return false
  return !e.querySelector('p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, figure, blockquote, pre, section')
}

function blockOf(e: Element, walk: HtmlWalk): Piece[] {
  const tag = tagOf(e)
  if (SKIPPED.has(tag) || isHidden(e) || walk.notes.isTaken(e)) return []
  const note = walk.notes.at(e)
  if (note !== undefined) return note ? [{ kind: 'note', text: note }] : []
  const level = /^h([1-6])$/.exec(tag)?.[1]
  if (level)
    return withNotes(heading(e, Number(/\blevel-([1-6])\b/.exec(e.className)?.[1] ?? level)), e, walk)
  return (BLOCKS[tag] ?? contents)(e, walk)
}

const BLOCKS: Record<string, (e: Element, walk: HtmlWalk) => Piece[]> = {
  p: (e, walk) => paragraph([...e.childNodes], walk),
  math: (e, walk) => paragraph([e], walk),
  blockquote: (e, walk) => withNotes(block('quote', quoted(e, walk)), e, walk),
  ul: (e, walk) => list(e, walk),
  ol: (e, walk) => list(e, walk),
  dl: (e, walk) => list(e, walk),
  pre: (e) => block('code', preText(e)),
  table: (e, walk) =>
    isLayoutTable(e) ? contents(e, walk) : withNotes(block('table', htmlTable(e)), e, walk),
  figure: (e, walk) => figure(e, walk),
  hr: () => [],
}

const preText = (e: Node): string =>
  isElement(e) && tagOf(e) === 'br'
    ? '\n'
    : e.childNodes.length
      ? [...e.childNodes].map(preText).join('')
      : (e.textContent ?? '')

const heading = (e: Element, level: number): Piece[] => {
  const text = inline(inlineText(e))
  return text ? [{ kind: 'heading', text, level }] : []
}
const block = (kind: BlockKind, text: string): Block[] => (text.trim() ? [{ kind, text }] : [])

/** Notes stand after the block that refers to them, like a footnote on its page. */
const withNotes = (pieces: Piece[], e: Element, walk: HtmlWalk): Piece[] => [
  ...pieces,
  ...walk.notes.takeReferred(e).map((text): Piece => ({ kind: 'note', text })),
]

function paragraph(nodes: Node[], walk: HtmlWalk): Piece[] {
  const raw = nodes.map(inlineText).join('').trim()
  const formula = /^\$\$([^$]+)\$\$[.,;]?$/.exec(raw)?.[1]
  const pieces = formula ? block('equation', formula.trim()) : block('paragraph', lineEnds(raw))
  const pictures = nodes
    .flatMap((n) => (isElement(n) ? imagesIn(n) : []))
    .flatMap((img) => picture(img, walk))
  const notes = nodes.flatMap((n) => (isElement(n) ? withNotes([], n, walk) : []))
  return [...pieces, ...pictures, ...notes]
}

/** Two line ends in a row part paragraphs in hand-made HTML; a single one is verse or an address and is a space. */
const lineEnds = (raw: string) => raw.replace(/ *\n */g, '\n').replace(/\n{2,}/g, '\n')

const imagesIn = (e: Element): Element[] => (tagOf(e) === 'img' ? [e] : [...e.querySelectorAll('img')])

function picture(img: Element, walk: HtmlWalk): Block[] {
  if (/\b(?:tex|math|latex)\b|mwe-math/.test(img.getAttribute('class') ?? '')) return []
  const alt = (img.getAttribute('alt') ?? img.getAttribute('title') ?? '').trim()
  if (!alt) walk.figures.unnamed++
  return block('figure', alt)
}

const quoted = (e: Element, walk: HtmlWalk) =>
  contents(e, walk)
    .filter((p) => p.kind !== 'note')
    .map((p) => p.text)
    .join('\n')

function list(e: Element, walk: HtmlWalk): Piece[] {
  for (const c of [...e.children]) if (walk.notes.isTaken(c)) c.remove()
  const items = [...e.children]
  if (items.length === 0) return []
  const notes = items.map((c) => walk.notes.at(c))
  if (items.length && notes.every((n) => n !== undefined)) return notes.flatMap((n) => block('note', n ?? ''))
  return withNotes(block('list', htmlList(e)), e, walk)
}

/** A figure is its caption; what it shows is named by the alternative text. A table or code in it stays that. */
function figure(e: Element, walk: HtmlWalk): Piece[] {
  const caption = inline(inlineText(e.querySelector('figcaption') ?? e.ownerDocument.createElement('i')))
  const table = e.querySelector('table')
  if (table && !isLayoutTable(table)) return withNotes(block('table', htmlTable(table, caption)), e, walk)
  const code = e.querySelector('pre')
  if (code) return [...block('code', preText(code)), ...block('figure', caption)]
  if (e.querySelector('blockquote')) return contents(e, walk)
  const alts = imagesIn(e)
    .map((i) => (i.getAttribute('alt') ?? '').trim())
    .filter((a) => a && !caption.includes(a))
  if (!caption && alts.length === 0) walk.figures.unnamed++
  const text = [caption, ...alts.map((a) => (caption ? `[${a}]` : a))].filter(Boolean).join(' ')
  return withNotes(block('figure', text), e, walk)
}
