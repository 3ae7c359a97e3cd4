/**
 * Between the browser's ranges and offsets into the section's text. The server wrote each block's offset into
 * `data-at`, and the element's text content is the block's text to the letter (lib/readings/rules/html.ts).
 */
export type Span = { start: number; end: number }

const blocks = (article: Element): HTMLElement[] => [...article.querySelectorAll<HTMLElement>('[data-at]')]
const startOf = (block: HTMLElement): number => Number(block.dataset.at)
const textLength = (block: HTMLElement): number => block.textContent.length

/** The text node and the offset in it that lie `offset` code units into the element. */
function pointIn(element: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: Text | null = null
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return [node, left]
    left -= node.length
    last = node
  }
  return last ? [last, last.length] : [element, 0]
}

/** One range for each block that the span touches; a range over two blocks would colour the gap between them. */
export function rangesOf(article: Element, { start, end }: Span): Range[] {
  return blocks(article).flatMap((block) => {
    const at = startOf(block)
    const from = Math.max(0, start - at)
    const to = Math.min(textLength(block), end - at)
    if (from >= to) return []
    const range = document.createRange()
    range.setStart(...pointIn(block, from))
    range.setEnd(...pointIn(block, to))
    return [range]
  })
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

/** The block that holds a place of the text, by the number that the server gave it. */
export function blockOf(article: Element, offset: number): HTMLElement | null {
  const holding = blocks(article).filter((block) => startOf(block) <= offset)
  return holding.at(-1)?.closest<HTMLElement>('.block') ?? null
}

/** The whole of a block: for notes on a paragraph, which need no selecting. */
export function blockSpan(block: Element): (Span & { exact: string }) | null {
  const words = block.querySelector<HTMLElement>('[data-at]')
  if (!words) return null
  const start = startOf(words)
  return { start, end: start + textLength(words), exact: words.textContent }
}
