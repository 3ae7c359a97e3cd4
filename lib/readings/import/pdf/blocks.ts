import { joinLines } from '../hyphens'
import type { BlockKind } from '../types'
import type { Vocabulary } from '../vocabulary'
import { isBody } from './body'
import { formulaText, LABEL_OF_FORMULA, RELATION } from './formulas'
import { isCentred } from './groups'
import { BULLET } from './marks'
import { FIGURE_CAPTION, TABLE_CAPTION, tableText } from './tables'
import type { BodyStyle, Group, Line } from './types'

/** A block with the group that it came from, so that later steps can see how it was set. */
export type SetBlock = { kind: BlockKind; text: string; group: Group }

export function toBlock(group: Group, body: BodyStyle, words: Vocabulary): SetBlock {
  const { lines } = group
  const joined = () =>
    joinLines(
      lines.map((l) => l.text),
      words,
    )
  if (group.kind === 'table') return { kind: 'table', text: tableText(lines), group }
  if (group.kind === 'equation') return { kind: 'equation', text: formulaText(lines), group }
  if (group.kind === 'code') return { kind: 'code', text: codeText(lines), group }
  const text = joined()
  if (FIGURE_CAPTION.test(text)) return { kind: 'figure', text, group }
  if (TABLE_CAPTION.test(text) && text.length < 400) return { kind: 'table', text, group }
  if (isFormula(lines, body)) return { kind: 'equation', text: lines.map((l) => l.text).join('\n'), group }
  if (BULLET.test(text)) return { kind: 'list', text: text.replace(/^[•●▪■◦‣∙·–—*►✓]\s*/, '- '), group }
  if (isQuote(lines, body)) return { kind: 'quote', text, group }
  return { kind: 'paragraph', text, group }
}

/** Typewriter lines keep their indents, counted in characters of 0.6 em. */
export function codeText(lines: Line[]): string {
  const left = Math.min(...lines.map((l) => l.x))
  return lines
    .map((l) => ' '.repeat(Math.max(0, Math.round((l.x - left) / (l.size * 0.6)))) + l.text)
    .join('\n')
}

/** Set off from both margins and mathematical by its fonts or its signs, or with its number at the margin. */
function isFormula(lines: Line[], body: BodyStyle): boolean {
  const [first] = lines
  if (!first || lines.length > 6) return false
  const text = lines.map((l) => l.text).join(' ')
  const words = text.match(/\p{L}{4,}/gu)?.length ?? 0
  const numbered = lines.some((l) => l.cells.length > 1 && LABEL_OF_FORMULA.test(l.cells.at(-1)?.text ?? ''))
  if (numbered && words < 12 && (RELATION.test(text) || first.math > 0.2)) return true
  const math = lines.reduce((n, l) => n + l.math * l.text.length, 0) / Math.max(1, text.length)
  const offset = lines.every((l) => l.x - l.edges.x > body.size)
  if (!offset || words > 4) return false
  return math > 0.35 || (RELATION.test(text) && words <= 2 && isCentred(first) && /[\p{L}\d]/u.test(text))
}

/** Two lines or more, all set in from the left margin, and from the right one or in smaller type. */
function isQuote(lines: Line[], body: BodyStyle): boolean {
  if (lines.length < 2) return false
  const inset = lines.every((l) => l.x - l.edges.x > body.size * 0.9 && l.x - l.edges.x < body.size * 8)
  if (!inset) return false
  const narrow = lines.every((l) => l.right < l.edges.right - body.size * 0.9)
  const smaller = lines.every((l) => !isBody(l, body.size) && l.size < body.size && l.size > body.size * 0.8)
  const deep = lines.every((l) => l.x - l.edges.x > body.size * 1.5)
  return (narrow && (lines.length > 2 || deep)) || (smaller && !lines.every(isCentred))
}
