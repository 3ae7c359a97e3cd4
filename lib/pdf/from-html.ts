import { parseHTML } from 'linkedom'
import type { Block, Container, Run, Style, Tag } from './model'

/** The little of linkedom's nodes that is read. */
type Node = { nodeType: number; textContent: string | null }
type El = Node & {
  tagName: string
  childNodes: Iterable<Node>
  parentNode: Node | null
  getAttribute: (name: string) => string | null
}

type Frame = {
  indent: number
  bar: boolean
  size: number
  style: Style
  origin: string
  within: readonly Container[]
  /** What a heading in it is. */
  heading: Tag
}

const BLOCK = /^(P|H[1-6]|BLOCKQUOTE|FIGURE|FIGCAPTION|UL|OL|LI|PRE|TABLE|TR|SECTION|DIV|HR)$/
const STYLES: Record<string, Style> = {
  STRONG: { bold: true },
  B: { bold: true },
  TH: { bold: true },
  EM: { italic: true },
  I: { italic: true },
  DEL: { struck: true },
  SUP: { raised: true },
}
const INDENT = 18

const isElement = (node: Node): node is El => node.nodeType === 1

/** A formula's own source: what its writer typed, since paper gets no MathML. */
function formula(element: El): string {
  const find = (node: Node): string | null => {
    if (isElement(node) && node.tagName.toUpperCase() === 'ANNOTATION') return node.textContent
    for (const child of isElement(node) ? node.childNodes : []) {
      const found = find(child)
      if (found !== null) return found
    }
    return null
  }
  return find(element) ?? element.textContent ?? ''
}

function linkOf(element: El, { origin }: Frame): Style {
  const href = element.getAttribute('href') ?? ''
  if (!href || href.startsWith('#')) return {}
  return { href: href.startsWith('/') ? origin + href : href }
}

function inline(node: Node, style: Style, frame: Frame): Run[] {
  if (node.nodeType === 3) return [{ ...style, text: (node.textContent ?? '').replace(/\s+/g, ' ') }]
  if (!isElement(node)) return []
  const tag = node.tagName.toUpperCase()
  if (tag === 'BR') return [{ ...style, text: '\n' }]
  if (tag === 'MATH') return [{ ...style, italic: true, text: formula(node) }]
  if (node.getAttribute('data-footnote-backref') !== null) return []
  const own = { ...style, ...STYLES[tag], ...(tag === 'A' ? linkOf(node, frame) : {}) }
  return [...node.childNodes].flatMap((child) => inline(child, own, frame))
}

/** Without the spaces at its ends, which HTML does not show. */
function trim(runs: Run[]): Run[] {
  const out = runs.filter((run) => run.text !== '')
  const [first, last] = [out[0], out.at(-1)]
  if (first) out[0] = { ...first, text: first.text.trimStart() }
  if (last) out[out.length - 1] = { ...(out.at(-1) as Run), text: (out.at(-1) as Run).text.trimEnd() }
  return out.filter((run) => run.text !== '')
}

function paragraph(runs: Run[], frame: Frame, over: Partial<Block> = {}): Block[] {
  const kept = trim(runs)
  if (kept.length === 0) return []
  const { indent, bar, size, within } = frame
  return [{ runs: kept, indent, bar, size, within, before: 0.55 * size, ...over }]
}

function list(element: El, frame: Frame): Block[] {
  const numbered = element.tagName.toUpperCase() === 'OL'
  const items = [...element.childNodes].filter(isElement)
  const list: Container = { tag: 'L' }
  return items.flatMap((item, i) => {
    const within = [...frame.within, list, { tag: 'LI' as const }, { tag: 'LBody' as const }]
    const [first, ...rest] = children(item, { ...frame, within, indent: frame.indent + INDENT })
    return first ? [{ ...first, before: 0.25 * frame.size, mark: numbered ? `${i + 1}.` : '•' }, ...rest] : []
  })
}

/** A row of a table as a line: its cells with strokes between. */
function row(element: El, frame: Frame): Block[] {
  const cells = [...element.childNodes].filter(isElement)
  const runs = cells.flatMap((cell, i) => [
    ...(i > 0 ? [{ text: '  |  ', muted: true }] : []),
    ...inline(cell, frame.style, frame),
  ])
  return paragraph(runs, frame, { before: 0.2 * frame.size })
}

function block(element: El, frame: Frame): Block[] {
  const tag = element.tagName.toUpperCase()
  const quoted = { ...frame, bar: true, indent: frame.indent + INDENT }
  const inQuote = () => [...frame.within, { tag: 'BlockQuote' as const }]
  if (/^H[1-6]$/.test(tag))
    return paragraph(inline(element, { bold: true }, frame), frame, {
      ...{ keep: true, before: frame.size, tag: frame.heading },
    })
  if (tag === 'UL' || tag === 'OL') return list(element, frame)
  if (tag === 'TR') return row(element, frame)
  if (tag === 'PRE') {
    const lines = (element.textContent ?? '').trimEnd()
    const { indent, bar, size, within } = frame
    return [{ ...{ indent, bar, size, within }, tag: 'Code', runs: [{ text: lines }], before: 0.5 * size }]
  }
  // a quotation with its source is one thing
  if (tag === 'FIGURE') return children(element, { ...frame, within: inQuote() })
  if (tag === 'BLOCKQUOTE')
    return children(element, isIn(element, 'FIGURE') ? quoted : { ...quoted, within: inQuote() })
  if (tag === 'FIGCAPTION') return caption(element, quoted)
  if (tag === 'SECTION') return children(element, { ...frame, size: frame.size - 1 })
  return tag === 'P' ? paragraph(inline(element, frame.style, frame), frame) : children(element, frame)
}

const isIn = ({ parentNode }: El, tag: string): boolean =>
  parentNode !== null && isElement(parentNode) && parentNode.tagName.toUpperCase() === tag

const caption = (element: El, frame: Frame): Block[] =>
  paragraph(
    inline(element, { ...frame.style, muted: true }, frame),
    { ...frame, size: frame.size - 1 },
    { before: 2 },
  )

/** Blocks of what is inside; words that stand in no block of their own are a paragraph. */
function children(element: El, frame: Frame): Block[] {
  const out: Block[] = []
  let loose: Run[] = []
  const close = () => {
    out.push(...paragraph(loose, frame))
    loose = []
  }
  for (const child of element.childNodes) {
    if (
      isElement(child) &&
      (BLOCK.test(child.tagName.toUpperCase()) || /^T(BODY|HEAD)$/i.test(child.tagName))
    ) {
      close()
      out.push(...block(child, frame))
    } else loose.push(...inline(child, frame.style, frame))
  }
  close()
  return out
}

type Setting = { origin: string; size?: number; indent?: number; heading?: Tag }

/**
 * Our own HTML (lib/markdown) as blocks to set.
 * @param origin what addresses on this site begin with, so that links on paper lead somewhere.
 * @param heading what its own headings are among those of the paper.
 */
export function htmlBlocks(
  html: string,
  { origin, size = 10.5, indent = 0, heading = 'H3' }: Setting,
): Block[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`)
  return children(document.body as unknown as El, {
    ...{ indent, bar: false, size, style: {}, origin, within: [], heading },
  })
}
