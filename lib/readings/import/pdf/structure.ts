import type { Run } from '../run'
import type { Draft, Piece } from '../types'
import type { PdfPage } from './open'
import { taggedPieces } from './tagged-blocks'
import { isNode, markedLines, type TreeNode } from './tagged-text'
import type { PageText } from './types'

export type PageTree = TreeNode

export async function readTree(page: PdfPage): Promise<PageTree | undefined> {
  try {
    const tree = await page.getStructTree()
    return tree && isNode(tree) ? tree : undefined
  } catch {
    return undefined
  }
}

const COVERED = 0.8

/**
 * Reads a tagged PDF by its structure tree (ISO 32000-1, 14.8). Tags are often there and often useless, so they
 * are trusted only if they cover nearly all of the text and tell headings from paragraphs; then furniture,
 * which is tagged as artifact or not at all, falls away by itself.
 */
export function readStructure(
  pages: PageText[],
  trees: (PageTree | undefined)[],
  given: { title?: string; authors: string[] },
  run: Run,
): Draft | undefined {
  if (!trees.some(Boolean) || !isUseful(pages, trees)) return undefined
  const words = markedLines.vocabulary(pages)
  const pieces: Piece[] = []
  for (const [i, page] of pages.entries()) {
    run.check()
    const tree = trees[i]
    if (tree) pieces.push(...taggedPieces(tree, markedLines.of(page), words))
  }
  return frontOf(joinBroken(pieces), given)
}

function isUseful(pages: PageText[], trees: (PageTree | undefined)[]): boolean {
  let all = 0
  let covered = 0
  const roles = new Map<string, number>()
  for (const [i, page] of pages.entries()) {
    const ids = new Set<string>()
    count(trees[i], roles, ids)
    for (const s of page.spans) {
      all += s.text.length
      if (s.mark && ids.has(s.mark)) covered += s.text.length
    }
  }
  const headings = [...roles].filter(([r]) => /^H[1-6]?$/.test(r)).reduce((n, [, k]) => n + k, 0)
  return (
    covered >= all * COVERED &&
    headings > 0 &&
    (roles.get('P') ?? 0) + (roles.get('LBody') ?? 0) >= headings / 2
  )
}

function count(node: PageTree | undefined, roles: Map<string, number>, ids: Set<string>) {
  if (!node) return
  roles.set(node.role, (roles.get(node.role) ?? 0) + 1)
  for (const c of node.children) {
    if (isNode(c)) count(c, roles, ids)
    else if ('id' in c && typeof c.id === 'string') ids.add(c.id)
  }
}

/** A paragraph that goes over the page is two elements' worth of content, one on each. */
function joinBroken(pieces: Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const at = out.findLastIndex((p) => p.kind !== 'note' && p.kind !== 'figure')
    const before = out[at]
    const broken =
      before?.kind === 'paragraph' &&
      piece.kind === 'paragraph' &&
      !/[.!?:;。”"）)]\s*[⁰¹²³⁴-⁹]*$/.test(before.text)
    if (broken && /^\p{Ll}/u.test(piece.text))
      before.text = `${before.text.replace(/-$/, '')}${/-$/.test(before.text) ? '' : ' '}${piece.text}`
    else out.push(piece)
  }
  return out
}

/** The tag for titles, if there is one; the file's own title otherwise, or the first heading (see `assemble`). */
function frontOf(pieces: Piece[], given: { title?: string; authors: string[] }): Draft {
  const [first] = pieces
  const title = first?.kind === 'heading' && first.level === 0 ? first.text : given.title
  const rest = title && first?.kind === 'heading' && first.level === 0 ? pieces.slice(1) : pieces
  return {
    ...(title ? { title } : {}),
    authors: given.authors,
    pieces: rest.map((p) => (p.kind === 'heading' ? { ...p, level: Math.max(1, p.level) } : p)),
  }
}
