import { AppError } from '@/lib/errors'
import { markNotes, takeBibliography } from './back-matter'
import { entries } from './bibliography'
import { lonelyTop, takeAbstract, withoutByline, withoutTitle } from './front-matter'
import { LIMITS } from './limits'
import type { Run } from './run'
import { splitRunIns } from './run-in'
import { isContentsName, isSectionName, numbered } from './section-names'
import { inline, lines, verbatim } from './text'
import type { Draft, ImportedReading, ImportedSection, Piece } from './types'
import { vocabulary } from './vocabulary'

/** The last step that every format shares: from a flat run of pieces to a reading. */
export function assemble(draft: Draft, run: Run): ImportedReading {
  const pieces = withNamedHeadings(
    splitHeadings(
      draft.pieces.map(tidy).filter((p) => p.text),
      run,
    ),
  )
  bound(pieces, run)
  const title = inline(draft.title ?? '') || undefined
  let sections = levelled(withoutTitle(gather(pieces), title))
  const promoted = title ? undefined : lonelyTop(sections)
  if (promoted) sections = levelled(withoutTitle(sections, promoted))
  sections = withoutContents(sections)
  const authors = [...new Set((draft.authors ?? []).map(inline).filter((a) => a && !NOBODY.test(a)))]
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

/** What programs write where nobody has said who wrote it. */
const NOBODY = /^(?:unknown(?: author)?|anonymous|author|user|admin(?:istrator)?|owner)$/i

/** Some programs write headings as paragraphs: in a document without any, the names that papers give their parts are. */
function withNamedHeadings(pieces: Piece[]): Piece[] {
  const isNamed = (p: Piece) => p.kind === 'paragraph' && isSectionName(p.text)
  if (pieces.some((p) => p.kind === 'heading') || pieces.filter(isNamed).length < 2) return pieces
  return pieces.map((p) => (isNamed(p) ? { kind: 'heading', text: p.text, level: 1 } : p))
}

/**
 * A table of contents is no text; but where all the text stands under that name it stays, and so does what follows the
 * last line with dot leaders: a chapter whose heading was not known for one.
 */
function withoutContents(sections: ImportedSection[]): ImportedSection[] {
  const size = (list: ImportedSection[]) =>
    list.flatMap((s) => s.blocks).reduce((n, b) => n + b.text.length, 0)
  const contents = sections.filter((s) => isContentsName(s.heading)).map((s) => [s, afterLeaders(s)] as const)
  const dropped = size(contents.map(([s]) => s)) - size(contents.flatMap(([, rest]) => rest))
  if (dropped * 4 > size(sections)) return sections
  const found = new Map(contents)
  return sections.flatMap((s) => found.get(s) ?? [s])
}

const LEADERS = /(?:\.\s?){5,}/

function afterLeaders({ blocks }: ImportedSection): ImportedSection[] {
  const last = blocks.findLastIndex((b) => LEADERS.test(b.text))
  const rest = last < 0 ? [] : blocks.slice(last + 1)
  return rest.length ? [{ heading: '', level: 1, blocks: rest }] : []
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
