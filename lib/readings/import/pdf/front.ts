import { isAbstractName, isSectionName, numbered } from '../section-names'
import { authorsIn, isAffiliation } from './authors'
import type { FlowPiece } from './flow'
import { spacedOut } from './headings'
import type { BodyStyle, Line } from './types'

export type Front = { title?: string; authors: string[]; abstract?: string; rest: FlowPiece[] }

/** Title, authors and what stands between them and the text, from the first page. */
export function takeFront(
  pieces: FlowPiece[],
  body: BodyStyle,
  given: { title?: string; authors: string[] },
): Front {
  const at = titleAt(pieces, body, given.title)
  const found = pieces[at]
  if (!found) return { ...given, rest: pieces }
  const end = textAt(pieces, at + 1)
  const between = pieces.slice(at + 1, end)
  const authors = authorsOf(between.flatMap((p) => p.group.lines))
  const before = pieces.slice(0, at).filter(isProse)
  const summary = isText(pieces[end]) ? [] : between.filter((p) => isSentence(p))
  const kept = between.filter(
    (p) => !summary.includes(p) && (isSentence(p) || p.kind === 'note' || p.kind === 'figure'),
  )
  const abstract = summary.map((p) => p.text).join('\n\n')
  const title = found.text.replace(/[*∗†‡¹²]+$/, '').trim()
  return {
    title,
    ...(abstract ? { abstract } : {}),
    authors: authors.length ? authors : given.authors,
    rest: [...before, ...kept, ...pieces.slice(end)],
  }
}

/** Names are often set larger than the addresses among them, some of which read like names. */
function authorsOf(lines: Line[]): string[] {
  const sizes = [...new Set(lines.map((l) => Math.round(l.size)))].sort((a, b) => b - a)
  const texts = (some: Line[]) =>
    some.flatMap((l) => l.names ?? (l.cells.length > 1 ? l.cells.map((c) => c.text) : [l.text]))
  for (const size of sizes) {
    const found = authorsIn(texts(lines.filter((l) => Math.round(l.size) === size)))
    if (found.length) return found
  }
  return []
}

/** The largest type in the upper part of the first page, if it is larger than the text. */
function titleAt(pieces: FlowPiece[], body: BodyStyle, given: string | undefined): number {
  let best = -1
  let size = body.size * 1.15
  const page = pieces[0]?.group.lines[0]?.page
  for (const [i, p] of pieces.entries()) {
    const l = p.group.lines[0]
    if (!l || l.page !== page || i > 25) break
    if (p.text.length < 4 || p.text.length > 300 || isSectionName(p.text) || !/\p{L}{3}/u.test(p.text))
      continue
    if ((p.kind !== 'heading' && p.kind !== 'paragraph') || isBanner(pieces, i)) continue
    if (l.size > size + 0.3) [best, size] = [i, l.size]
  }
  const found = pieces[best]
  if (found && (size > body.size * 1.5 || sameAs(found.text, given) || !recurs(pieces, best))) return best
  return pieces
    .slice(0, 8)
    .findIndex((p, i) => isFirstHeading(p, page) && (sameAs(p.text, given) || isSigned(pieces, i)))
}

/** The journal's own name, between lines that say so; the title may follow on the second of them. */
const isBanner = (pieces: FlowPiece[], i: number) =>
  /contents lists? available/i.test(pieces[i - 1]?.text ?? '') ||
  /^(?:journal homepage|www\.|\w*issn\b)/i.test(pieces[i + 1]?.text ?? '')

const sameAs = (text: string, given: string | undefined) =>
  given !== undefined && text.replace(/\W/g, '').toLowerCase() === given.replace(/\W/g, '').toLowerCase()

/** A title is set like nothing else; what comes again further down is a heading. */
function recurs(pieces: FlowPiece[], at: number): boolean {
  const style = (p: FlowPiece | undefined) =>
    `${Math.round((p?.group.lines[0]?.size ?? 0) * 2)}${p?.group.lines[0]?.bold}`
  return pieces.some((p, i) => i > at + 2 && p.kind === 'heading' && style(p) === style(pieces[at]))
}

/** Names follow, as they do a title. */
const isSigned = (pieces: FlowPiece[], at: number) => {
  const next = pieces.slice(at + 1, at + 4).filter((p) => p.kind !== 'heading' && p.text.length < 160)
  return authorsOf(next.flatMap((p) => p.group.lines)).length > 0
}

/** In manuscripts the title is bold and no larger than the text. */
const isFirstHeading = (p: FlowPiece, page: number | undefined) =>
  p.kind === 'heading' && p.group.lines[0]?.page === page && !isSectionName(p.text) && !numbered(p.text)

/** Where the text begins: the abstract, the first section, or the first real paragraph. */
function textAt(pieces: FlowPiece[], from: number): number {
  const page = pieces[from - 1]?.group.lines[0]?.page
  for (let i = from; i < pieces.length; i++) {
    const p = pieces[i]
    if (!p || p.group.lines[0]?.page !== page) return i
    if (isAbstractName(spacedOut(p.text)) || /^abstract\b/i.test(p.text)) return i
    if (p.kind === 'heading' && (isSectionName(p.text) || /^(?:\d|[IVX]+\.)/.test(p.text))) return i
    if (isProse(p) && !isAffiliation(p.text) && !isHeadedNext(pieces, i)) return i
  }
  return from
}

/** A paragraph or two and then a heading: an abstract; prose that goes on is the text. */
const isHeadedNext = (pieces: FlowPiece[], i: number) => {
  const at = pieces.findIndex((p, k) => k > i && p.kind === 'heading' && numbered(p.text) !== undefined)
  return at > 0 && at - i <= 4 && pageOf(pieces[at]) === pageOf(pieces[i])
}

/** The abstract bears its name, or the text begins at once: then the sentences before it are something else. */
const isText = (p: FlowPiece | undefined) => p?.kind !== 'heading' || isAbstractName(spacedOut(p.text))

/** Sentences between the authors and the first heading are an abstract without its name. */
const isSentence = (p: FlowPiece) =>
  p.kind !== 'heading' &&
  p.kind !== 'note' &&
  p.text.length > 60 &&
  /[.。]$/.test(p.text) &&
  !isAffiliation(p.text)

const isProse = (p: FlowPiece) =>
  p.kind !== 'heading' && p.kind !== 'note' && p.text.length > 250 && /[a-z\p{Lo}][.。]/u.test(p.text)

const pageOf = (p: FlowPiece | undefined): number => p?.group.lines[0]?.page ?? 0
