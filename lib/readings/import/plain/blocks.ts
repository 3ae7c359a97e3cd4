import { joinLines } from '../hyphens'
import { isSectionName, numbered } from '../section-names'
import type { Piece } from '../types'
import { vocabulary } from '../vocabulary'

const BULLET = /^\s*(?:[-*•–]|\d{1,3}[.)]|\([a-z\d]\))\s+/
const UNDERLINE = /^\s*(=|-|~){3,}\s*$/

/** Plain text to pieces. A heading is an underlined, numbered, capital or well-known line that stands alone. */
export function plainPieces(text: string): Piece[] {
  const words = vocabulary([text])
  const join = (lines: string[]) => joinLines(lines, words)
  return paragraphs(text).flatMap((lines) => toPieces(lines, join))
}

function paragraphs(text: string): string[][] {
  const groups = text.split(/\n[^\S\n]*\n+/).map((g) => g.split('\n').filter((l) => l.trim()))
  const full = groups.filter((g) => g.length > 0)
  // A text without empty lines, whose lines are long, has a paragraph a line (a paste from a word processor).
  return full.flatMap((g) => (isLineAParagraph(g) ? g.map((l) => [l]) : [g]))
}

function isLineAParagraph(lines: string[]) {
  if (lines.length < 2) return false
  const widest = Math.max(...lines.map((l) => l.length))
  return widest > 120 && !lines.some((l, i) => i < lines.length - 1 && BULLET.test(l) && l.length < 60)
}

function toPieces(lines: string[], join: (lines: string[]) => string): Piece[] {
  const [first = '', second = '', ...others] = lines
  if (second && UNDERLINE.test(second) && first.length < 160) {
    return [heading(first, second.includes('=') ? 1 : 2), ...(others.length ? toPieces(others, join) : [])]
  }
  if (isHeadingLine(first) && (lines.length === 1 || isSectionName(first))) {
    const rest = lines.slice(1)
    return [heading(first), ...(rest.length ? toPieces(rest, join) : [])]
  }
  if (lines.length > 1 && lines.every((l) => l.includes('\t')))
    return [{ kind: 'table', text: lines.join('\n') }]
  if (lines.filter((l) => BULLET.test(l)).length > 1 && BULLET.test(first)) return [list(lines, join)]
  return [{ kind: 'paragraph', text: join(lines) }]
}

function heading(line: string, level?: number): Piece {
  const text = line.trim()
  const n = numbered(text)
  return {
    kind: 'heading',
    text,
    level: level ?? (n?.style === 'decimal' || n?.style === 'letter' ? n.depth : 1),
  }
}

function list(lines: string[], join: (lines: string[]) => string): Piece {
  const items: string[][] = []
  for (const l of lines) {
    if (BULLET.test(l)) items.push([l.trim().replace(/^[*•–]\s+/, '- ')])
    else items.at(-1)?.push(l)
  }
  return { kind: 'list', text: items.map(join).join('\n') }
}

/** Short, without a full stop, and marked as a heading by a number, by capitals or by a well-known name. */
function isHeadingLine(line: string): boolean {
  const text = line.trim()
  if (text.length > 120 || /[.,;:]$/.test(text.replace(/^[\dIVX.]+$/, ''))) return isSectionName(text)
  if (isSectionName(text)) return true
  const n = numbered(text)
  if (n?.rest) return n.rest.length < 90 && /^[\p{Lu}\p{Lo}]/u.test(n.rest)
  const letters = text.replace(/[^\p{L}]/gu, '')
  return (
    letters.length >= 4 &&
    text.split(/\s+/).length <= 14 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase()
  )
}
