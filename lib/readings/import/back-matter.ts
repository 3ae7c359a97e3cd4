import { entries } from './bibliography'
import { isBibliographyName, isNotesName } from './section-names'
import type { Block, ImportedSection } from './types'

/** Entries have years. What follows the last that has one is something else: tables at the end of a manuscript. */
const isDated = (b: Block) =>
  LISTED.has(b.kind) && /(?:1[5-9]|20)\d\d|\bn\.d\.|forthcoming|in press/i.test(b.text)
const LISTED = new Set(['paragraph', 'list', 'quote'])

/** A chapter about references has their name too, and few years. */
function listedBlocks(blocks: Block[]): Block[] {
  const listed = blocks.slice(0, blocks.findLastIndex(isDated) + 1).filter((b) => LISTED.has(b.kind))
  const texts = entries(listed)
  const dated = texts.filter((text) => isDated({ kind: 'paragraph', text }))
  return dated.length >= texts.length * 0.4 ? listed : []
}

/** Takes the bibliography out, with the subsections that divide it ("Primary sources"). */
export function takeBibliography(sections: ImportedSection[]): Block[] {
  const taken: Block[] = []
  for (let i = sections.length - 1; i >= 0; i--) {
    const s = sections[i]
    if (!s || !isBibliographyName(s.heading)) continue
    let end = i + 1
    while ((sections[end]?.level ?? 0) > s.level && sections[end]?.heading) end++
    const group = sections.slice(i, end).flatMap((g) => g.blocks)
    const listed = listedBlocks(group)
    if (!listed.length) continue
    const kept = group.filter((b) => !listed.includes(b))
    // Notes and tables that stood among the entries belong to the text before them.
    const before = sections[i - 1]
    if (before) before.blocks.push(...kept)
    sections.splice(i, end - i, ...(kept.length && !before ? [{ heading: '', level: 1, blocks: kept }] : []))
    taken.unshift(...listed)
  }
  return taken
}

const isNumbered = (text: string) => /^(?:[\d⁰¹²³⁴-⁹*†‡§]|\[\d)/.test(text)

/** Endnotes gathered under "Notes" are notes, each with the number that it had. */
export function markNotes(sections: ImportedSection[]) {
  for (const s of sections) {
    if (!isNotesName(s.heading)) continue
    s.blocks = s.blocks.flatMap((b): Block[] => {
      if (b.kind === 'paragraph') return [isNumbered(b.text) ? { kind: 'note', text: b.text } : b]
      if (b.kind !== 'list') return [b]
      return b.text.split('\n').map((text) => ({ kind: 'note', text: text.replace(/^-\s+/, '').trim() }))
    })
  }
}
