import { lastAtOrBefore, type Span } from './spans'

/**
 * Between the browser's ranges and offsets into the section's text. The server wrote each block's offset into
 * `data-at`, and the element's text content is the block's text to the letter (lib/readings/rules/html.ts).
 */
export type { Span } from './spans'

type Block = { element: HTMLElement; start: number; end: number; nodes: Text[]; nodeStarts: number[] }
type Index = { first: Element | null; blocks: Block[]; starts: number[] }

const indexes = new WeakMap<Element, Index>()

/** The article's blocks with their text nodes, found once: the text is written anew only when the section changes. */
function indexOf(article: Element): Index {
  const known = indexes.get(article)
  if (known && known.first === article.firstElementChild) return known
  const blocks = [...article.querySelectorAll<HTMLElement>('[data-at]')].map(blockIndex)
  const index = { first: article.firstElementChild, blocks, starts: blocks.map((b) => b.start) }
  indexes.set(article, index)
  return index
}

function blockIndex(element: HTMLElement): Block {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const start = startOf(element)
  const nodes: Text[] = []
  const nodeStarts: number[] = []
  let at = start
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push(node)
    nodeStarts.push(at)
    at += node.length
  }
  return { element, start, end: at, nodes, nodeStarts }
}

const blocks = (article: Element): HTMLElement[] => indexOf(article).blocks.map((b) => b.element)
const startOf = (block: HTMLElement): number => Number(block.dataset.at)
const textLength = (block: HTMLElement): number => block.textContent.length

/** The text node and the offset in it of a place of the text; `leftmost` where a place lies between two nodes. */
function pointIn({ nodes, nodeStarts, element }: Block, offset: number, leftmost: boolean): [Node, number] {
  const i = Math.max(0, lastAtOrBefore(nodeStarts, leftmost ? offset - 1 : offset))
  const node = nodes[i]
  return node ? [node, Math.min(node.length, offset - (nodeStarts[i] ?? 0))] : [element, 0]
}

/** One range for each block that the span touches; a range over two blocks would colour the gap between them. */
export function rangesOf(article: Element, { start, end }: Span): Range[] {
  const { blocks, starts } = indexOf(article)
  const ranges: Range[] = []
  for (let i = Math.max(0, lastAtOrBefore(starts, start)); i < blocks.length; i++) {
    const block = blocks[i]
    if (!block || block.start >= end) break
    const from = Math.max(block.start, start)
    const to = Math.min(block.end, end)
    if (from >= to) continue
    const range = document.createRange()
    range.setStart(...pointIn(block, from, false))
    range.setEnd(...pointIn(block, to, true))
    ranges.push(range)
  }
  return ranges
}

/** Where the words at `offset` stand, in pixels from the head of the article. */
export function lineTop(article: Element, offset: number): number {
  const rect = rangesOf(article, { start: offset, end: offset + 1 })[0]?.getClientRects()[0]
  return (rect?.top ?? 0) - article.getBoundingClientRect().top
}

/** The same by rule of three in the block: near enough until it is measured. */
export function lineEstimates(article: Element): (offset: number) => number {
  const { blocks, starts } = indexOf(article)
  const head = article.getBoundingClientRect().top
  const rects = blocks.map((block) => block.element.getBoundingClientRect())
  return (offset) => {
    const i = Math.max(0, lastAtOrBefore(starts, offset))
    const [block, rect] = [blocks[i], rects[i]]
    if (!block || !rect) return 0
    const share = Math.min(1, (offset - block.start) / Math.max(1, block.end - block.start))
    return rect.top - head + share * Math.max(0, rect.height - 24)
  }
}

/** The span of what is selected inside the article, cut to its blocks; null when no words are selected. */
export function selectedSpan(
  article: Element,
  selection: Selection | null,
): (Span & { exact: string }) | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  let span = null as Span | null
  let exact = ''
  for (const block of blocks(article)) {
    if (!range.intersectsNode(block)) continue
    const at = startOf(block)
    const from = block.contains(range.startContainer)
      ? lengthBefore(block, range.startContainer, range.startOffset)
      : 0
    const to = block.contains(range.endContainer)
      ? lengthBefore(block, range.endContainer, range.endOffset)
      : textLength(block)
    if (from >= to) continue
    exact += (span ? '\n\n' : '') + block.textContent.slice(from, to)
    span = { start: span?.start ?? at + from, end: at + to }
  }
  return span && exact.trim() ? trimmed({ ...span, exact }) : null
}

function lengthBefore(block: HTMLElement, container: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(container, offset)
  return range.toString().length
}

/** Double-clicking a word takes the space behind it along; notes are about words. */
function trimmed({ start, exact }: Span & { exact: string }): Span & { exact: string } {
  const lead = exact.length - exact.trimStart().length
  const words = exact.trim()
  return { start: start + lead, end: start + lead + words.length, exact: words }
}

/** How many code units into the section's text the point on the screen is; null outside the words. */
export function offsetAtPoint(article: Element, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y)
  const node = caret?.offsetNode ?? document.caretRangeFromPoint?.(x, y)?.startContainer
  const offset = caret?.offset ?? document.caretRangeFromPoint?.(x, y)?.startOffset ?? 0
  const block = node?.parentElement?.closest<HTMLElement>('[data-at]')
  if (!node || !block || !article.contains(block)) return null
  return startOf(block) + lengthBefore(block, node, offset)
}

/** The block that holds a place of the text. */
export function blockOf(article: Element, offset: number): HTMLElement | null {
  const { blocks, starts } = indexOf(article)
  return blocks[Math.max(0, lastAtOrBefore(starts, offset))]?.element.closest<HTMLElement>('.block') ?? null
}

/** The whole of a block: for notes on a paragraph, which need no selecting. */
export function blockSpan(block: Element): (Span & { exact: string }) | null {
  const words = block.querySelector<HTMLElement>('[data-at]')
  if (!words) return null
  const start = startOf(words)
  return { start, end: start + textLength(words), exact: words.textContent }
}
