import { AppError } from '@/lib/errors'
import { entries } from './bibliography'
import { LIMITS } from './limits'
import type { Run } from './run'
import { splitRunIns } from './run-in'
import { isAbstractName, isBibliographyName, isContentsName, isNotesName, numbered } from './section-names'
import { inline, lines, verbatim } from './text'
import type { Block, Draft, ImportedReading, ImportedSection, Piece } from './types'
import { vocabulary } from './vocabulary'

/** The last step that every format shares: from a flat run of pieces to a reading. */
export function assemble(draft: Draft, run: Run): ImportedReading {
  const pieces = splitHeadings(
    draft.pieces.map(tidy).filter((p) => p.text),
    run,
  )
  bound(pieces, run)
  const title = inline(draft.title ?? '') || undefined
  let sections = levelled(withoutTitle(gather(pieces), title))
  const promoted = title ? undefined : lonelyTop(sections)
  if (promoted) sections = levelled(withoutTitle(sections, promoted))
  sections = sections.filter((s) => !isContentsName(s.heading))
  const authors = [...new Set((draft.authors ?? []).map(inline).filter(Boolean))]
  withoutByline(sections, title ?? promoted, authors)
  const abstract = takeAbstract(sections, draft.abstract)
  const listed = takeBibliography(sections)
  markNotes(sections)
  const bibliography = [...entries(listed), ...(draft.bibliography ?? []).map(inline).filter(Boolean)]
  sections = sections.filter((s) => s.heading || s.blocks.length > 0)
  if (sections.every((s) => s.blocks.length === 0) && !abstract) throw new AppError('IMPORT_EMPTY')
  const named = title ?? promoted
  return {
    ...(named ? { title: named } : {}),
    authors,
    ...(abstract ? { abstract } : {}),
    sections,
    bibliography,
    warnings: run.warnings,
  }
}

/** Each kind keeps the line ends that mean something in it. */
function tidy(piece: Piece): Piece {
  if (piece.kind === 'code' || piece.kind === 'table') return { ...piece, text: verbatim(piece.text) }
  if (piece.kind === 'list' || piece.kind === 'quote') return { ...piece, text: lines(piece.text) }
  if (piece.kind === 'equation') return { ...piece, text: lines(piece.text).trim() }
  return { ...piece, text: inline(piece.text) }
}

function bound(pieces: Piece[], run: Run) {
  run.check()
  let total = 0
  for (const p of pieces) total += p.text.length
  if (total > LIMITS.textChars) {
    throw new AppError(
      'IMPORT_TOO_LARGE',
      `The text runs to more than ${LIMITS.textChars / 1e6} million characters. Import it in parts.`,
    )
  }
}

function splitHeadings(pieces: Piece[], run: Run): Piece[] {
  const words = vocabulary(pieces.map((p) => p.text))
  return pieces.flatMap((piece): Piece[] => {
    run.check()
    if (piece.kind !== 'paragraph') return [piece]
    return splitRunIns(piece.text, words).flatMap(({ heading, text }): Piece[] => [
      ...(heading === undefined
        ? []
        : [{ kind: 'heading' as const, text: heading, level: depthOf(heading) }]),
      ...(text ? [{ kind: 'paragraph' as const, text }] : []),
    ])
  })
}

const depthOf = (heading: string) => {
  const n = numbered(heading)
  return n?.style === 'decimal' ? n.depth : 1
}

function gather(pieces: Piece[]): ImportedSection[] {
  const sections: ImportedSection[] = []
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push({ heading: piece.text, level: piece.level, blocks: [] })
    else section(sections).blocks.push(piece)
  }
  return sections
}

/** What comes before the first heading is a section without one; the editor asks for its name. */
function section(sections: ImportedSection[]): ImportedSection {
  const last = sections.at(-1)
  if (last) return last
  const first: ImportedSection = { heading: '', level: 1, blocks: [] }
  sections.push(first)
  return first
}

const same = (a: string, b: string) =>
  a.replace(/\W+/g, '').toLowerCase() === b.replace(/\W+/g, '').toLowerCase()

/** The title is not a section of its own: its blocks open the text. */
function withoutTitle(sections: ImportedSection[], title: string | undefined): ImportedSection[] {
  const at = sections
    .slice(0, 3)
    .findIndex((s) => title && (s.heading === title || (same(s.heading, title) && /\w/.test(title))))
  const found = sections[at]
  if (!found) return sections
  const opening = found.blocks.length ? [{ heading: '', level: 1, blocks: found.blocks }] : []
  return [...sections.slice(0, at), ...opening, ...sections.slice(at + 1)]
}

/** A single heading above all others is the title of a document that names none. */
function lonelyTop(sections: ImportedSection[]): string | undefined {
  const [first, ...rest] = sections.filter((s) => s.heading)
  if (!first || rest.length === 0 || rest.some((s) => s.level <= first.level)) return undefined
  return sections.indexOf(first) <= 1 ? first.heading : undefined
}

/** Levels start at 1 and never skip one on the way down, however the source numbered them. */
function levelled(sections: ImportedSection[]): ImportedSection[] {
  const open: number[] = []
  return sections.map((s) => {
    if (!s.heading) return { ...s, level: 1 }
    while (open.length && (open.at(-1) ?? 0) >= s.level) open.pop()
    open.push(s.level)
    return { ...s, level: open.length }
  })
}

/** Title and authors, known already, need not open the text as paragraphs. */
function withoutByline(sections: ImportedSection[], title: string | undefined, authors: string[]) {
  for (const s of sections.slice(0, 2)) {
    const known = (b: Block) =>
      b.kind === 'paragraph' &&
      [title ?? '', ...authors, authors.join(', '), authors.join(' and ')].some((n) => n && b.text === n)
    s.blocks = s.blocks.filter((b, i) => i > 8 || !known(b))
  }
}

const RUN_IN_ABSTRACT = /^(?:abstract|summary|초록|요약|摘要|要旨)\s*[:：.—–-]+\s*/i

function takeAbstract(sections: ImportedSection[], given: string | undefined): string | undefined {
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
function takeBibliography(sections: ImportedSection[]): Block[] {
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
function markNotes(sections: ImportedSection[]) {
  for (const s of sections) {
    if (!isNotesName(s.heading)) continue
    s.blocks = s.blocks.flatMap((b): Block[] => {
      if (b.kind === 'paragraph') return [isNumbered(b.text) ? { kind: 'note', text: b.text } : b]
      if (b.kind !== 'list') return [b]
      return b.text.split('\n').map((text) => ({ kind: 'note', text: text.replace(/^-\s+/, '').trim() }))
    })
  }
}
