import { isAbstractName } from './section-names'
import { inline } from './text'
import type { Block, ImportedSection } from './types'

const same = (a: string, b: string) =>
  a.replace(/\W+/g, '').toLowerCase() === b.replace(/\W+/g, '').toLowerCase()

/** The title is not a section of its own: its blocks open the text. */
export function withoutTitle(sections: ImportedSection[], title: string | undefined): ImportedSection[] {
  const at = sections
    .slice(0, 3)
    .findIndex((s) => title && (s.heading === title || (same(s.heading, title) && /\w/.test(title))))
  const found = sections[at]
  if (!found) return sections
  const opening = found.blocks.length ? [{ heading: '', level: 1, blocks: found.blocks }] : []
  return [...sections.slice(0, at), ...opening, ...sections.slice(at + 1)]
}

/** A single heading above all others is the title of a document that names none. */
export function lonelyTop(sections: ImportedSection[]): string | undefined {
  const [first, ...rest] = sections.filter((s) => s.heading)
  if (!first || rest.length === 0 || rest.some((s) => s.level <= first.level)) return undefined
  return sections.indexOf(first) <= 1 ? first.heading : undefined
}

/** Title and authors, known already, need not open the text as paragraphs. */
export function withoutByline(sections: ImportedSection[], title: string | undefined, authors: string[]) {
  for (const s of sections.slice(0, 2)) {
    const known = (b: Block) =>
      b.kind === 'paragraph' &&
      [title ?? '', ...authors, authors.join(', '), authors.join(' and ')].some((n) => n && b.text === n)
    s.blocks = s.blocks.filter((b, i) => i > 8 || !known(b))
  }
}

const RUN_IN_ABSTRACT = /^(?:abstract|summary|초록|요약|摘要|要旨)\s*[:：.—–-]+\s*/i

export function takeAbstract(sections: ImportedSection[], given: string | undefined): string | undefined {
  const at = sections.slice(0, 4).findIndex((s) => isAbstractName(s.heading))
  const found = sections[at]
  if (found && found.blocks.length > 0) {
    const own = found.blocks.map((b) => b.text).join('\n\n')
    const apart = sections.slice(0, at).every((s) => s.blocks.length < 12)
    if (apart) sections.splice(at, 1)
    if (apart) return given?.trim() ? inlineParagraphs(given) : own
  }
  if (given?.trim()) return inlineParagraphs(given)
  for (const s of sections.slice(0, 2)) {
    const named = s.blocks.slice(0, 8).findIndex((b) => b.kind === 'paragraph' && isAbstractName(b.text))
    const after = named < 0 ? undefined : s.blocks[named + 1]
    if (after?.kind === 'paragraph') {
      s.blocks.splice(named, 2)
      return after.text
    }
    const i = s.blocks.slice(0, 8).findIndex((b) => b.kind === 'paragraph' && RUN_IN_ABSTRACT.test(b.text))
    const block = s.blocks[i]
    if (!block) continue
    s.blocks.splice(i, 1)
    return block.text.replace(RUN_IN_ABSTRACT, '')
  }
}

const inlineParagraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map(inline)
    .filter(Boolean)
    .join('\n\n')
