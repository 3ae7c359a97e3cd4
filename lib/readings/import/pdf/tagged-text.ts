import { joinLines } from '../hyphens'
import { type Vocabulary, vocabulary } from '../vocabulary'
import { toLines } from './lines'
import type { PageText, Span } from './types'

export type TreeNode = { role: string; alt?: string; children: readonly (TreeNode | TreeLeaf)[] }
export type TreeLeaf = { type: string; id?: string }

export const isNode = (n: unknown): n is TreeNode =>
  typeof n === 'object' && n !== null && 'role' in n && 'children' in n && Array.isArray(n.children)

/** Spans of a page by the id of the marked content that they stand in. */
export type Marked = Map<string, Span[]>

export const markedLines = {
  of(page: PageText): Marked {
    const marked: Marked = new Map()
    for (const s of page.spans) {
      if (!s.mark) continue
      const list = marked.get(s.mark)
      if (list) list.push(s)
      else marked.set(s.mark, [s])
    }
    return marked
  },
  vocabulary: (pages: PageText[]): Vocabulary =>
    vocabulary(
      pages.map((p) =>
        toLines(p.spans, p.number, 'whole')
          .map((l) => l.text)
          .join('\n'),
      ),
    ),
}

/** The spans of a node and all below it, but for the nodes that `skip` names. */
export function spansOf(
  node: TreeNode,
  marked: Marked,
  skip: (n: TreeNode) => boolean = () => false,
): Span[] {
  return node.children.flatMap((c) => {
    if (isNode(c)) return skip(c) ? [] : spansOf(c, marked, skip)
    return c.id ? (marked.get(c.id) ?? []) : []
  })
}

/** The text of some spans: lines by where they stand, in the order of the tags where columns part them. */
export function textOf(spans: Span[], words: Vocabulary, keepLines = false): string {
  const lines = runs(spans).flatMap((run) => toLines(run, 0, 'whole').map((l) => l.text))
  return keepLines ? lines.join('\n') : joinLines(lines, words)
}

/** Spans in the order of the tags; a jump back up the page starts another column. */
function runs(spans: Span[]): Span[][] {
  const out: Span[][] = []
  for (const s of spans) {
    const last = out.at(-1)?.at(-1)
    if (last && s.y > last.y - last.size * 1.5) out.at(-1)?.push(s)
    else out.push([s])
  }
  return out
}
