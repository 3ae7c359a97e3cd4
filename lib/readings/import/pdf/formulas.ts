import { BULLET } from './marks'
import type { BodyStyle, Line } from './types'

export const RELATION = /[=≈≤≥<>∑∫∏∂√∈→±×≡∝]/
export const LABEL_OF_FORMULA = /^\(\d+(?:\.\d+)*[a-z]?\)$/
const NEAR = 2.1 // ems

/**
 * Runs of lines that are one formula in several levels: fractions, limits over and under a sum. A line that says so by
 * its signs or its number takes the scraps right above and below with it; none of them is a line of prose.
 */
export function formulaRuns(lines: Line[], body: BodyStyle): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!isSeed(lines[i], body)) continue
    let from = i
    let to = i + 1
    while (from > (runs.at(-1)?.to ?? 0) && joins(lines[from - 1], lines[from], body)) from--
    while (to < lines.length && joins(lines[to], lines[to - 1], body)) to++
    if (to - from > 1 && lines.slice(from, to).some((l) => /[\p{L}\d]/u.test(l.text))) runs.push({ from, to })
    i = to - 1
  }
  return runs
}

const wordsIn = (l: Line) => l.text.match(/\p{L}{4,}/gu)?.length ?? 0
const isInset = (l: Line, body: BodyStyle) => l.x - l.edges.x > body.size * 0.9

function isSeed(l: Line | undefined, body: BodyStyle): boolean {
  if (!l || l.mono || wordsIn(l) > 3) return false
  if (l.cells.length > 1 && LABEL_OF_FORMULA.test(l.cells.at(-1)?.text ?? '')) return true
  return isInset(l, body) && wordsIn(l) < 2 && (l.math > 0.35 || RELATION.test(l.text)) && l.text.length < 80
}

function joins(l: Line | undefined, next: Line | undefined, body: BodyStyle): boolean {
  if (!l || !next || l.page !== next.page || l.column !== next.column || l.mono) return false
  if (Math.abs(l.y - next.y) > body.size * NEAR || BULLET.test(l.text)) return false
  return (
    (isInset(l, body) || l.math > 0.35) &&
    wordsIn(l) < 2 &&
    l.text.length < 60 &&
    !/\p{L}{3,}\.$/u.test(l.text)
  )
}

/** Level by level, the formula's number last. */
export function formulaText(lines: Line[]): string {
  let label = ''
  const levels = [...lines]
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map((l) => {
      const last = l.cells.at(-1)?.text ?? ''
      if (!LABEL_OF_FORMULA.test(last)) return l.text
      label = ` ${last}`
      return l.text.slice(0, -last.length).trim()
    })
  return levels.filter(Boolean).join('\n') + label
}
