/** Words of one field of a critique, counted in the text of its element. */
export type FieldSpan = { fieldCode: string; start: number; end: number }

const fieldElement = (root: Element, code: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-words="${CSS.escape(code)}"]`)

/** The text of a field as words in it are counted. */
export const textOf = (root: Element, code: string): string => fieldElement(root, code)?.textContent ?? ''

/** The browser's range for words of a field; null where the text is shorter. */
export function rangeOf(root: Element, { fieldCode, start, end }: FieldSpan): Range | null {
  const element = fieldElement(root, fieldCode)
  if (!element) return null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let at = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!begun && start < at + length) {
      range.setStart(node, start - at)
      begun = true
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at)
      return range
    }
    at += length
  }
  return null
}

/** Where a point of a range lies in its field's text. */
function offsetIn(element: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(node, offset)
  return before.toString().length
}

const fieldAround = (node: Node | null): HTMLElement | null => {
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest<HTMLElement>('[data-words]') ?? null
}

/** What is selected within one field of `root`, without space at its ends; null for nothing, or across fields. */
export function selectedIn(root: Element, selection: Selection | null): FieldSpan | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const field = fieldAround(range.startContainer)
  if (!field || !root.contains(field)) return null
  const text = field.textContent ?? ''
  let start = offsetIn(field, range.startContainer, range.startOffset)
  let end = field.contains(range.endContainer)
    ? offsetIn(field, range.endContainer, range.endOffset)
    : text.length
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return end > start ? { fieldCode: field.dataset.words ?? '', start, end } : null
}

/** The field and the place in its text under a point of the window. */
export function placeAt(root: Element, x: number, y: number): { fieldCode: string; at: number } | null {
  const caret = document.caretPositionFromPoint?.(x, y)
  const field = caret && fieldAround(caret.offsetNode)
  if (!caret || !field || !root.contains(field)) return null
  return { fieldCode: field.dataset.words ?? '', at: offsetIn(field, caret.offsetNode, caret.offset) }
}
