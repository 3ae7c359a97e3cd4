import { isSectionName, numbered } from '../section-names'
import { isBody, isIndent } from './body'
import { formulaRuns } from './formulas'
import { BULLET, LABEL, SIGN } from './marks'
import { FIGURE_CAPTION, TABLE_CAPTION, tableRuns } from './tables'
import type { BodyStyle, Group, Line } from './types'

/** Lines in reading order to paragraphs, headings, list items and tables. */
export function toGroups(lines: Line[], body: BodyStyle): Group[] {
  const runs = tableRuns(lines)
  const groups: Group[] = []
  let at = 0
  for (const run of [...runs, { from: lines.length, to: lines.length }]) {
    groups.push(...prose(lines.slice(at, run.from), body))
    if (run.to > run.from) groups.push({ kind: 'table', lines: lines.slice(run.from, run.to) })
    at = run.to
  }
  return groups
}

/** Formulas in several levels apart from the prose round them. */
function prose(lines: Line[], body: BodyStyle): Group[] {
  const groups: Group[] = []
  let at = 0
  for (const run of [...formulaRuns(lines, body), { from: lines.length, to: lines.length }]) {
    groups.push(...paragraphs(lines.slice(at, run.from), body))
    if (run.to > run.from) groups.push({ kind: 'equation', lines: lines.slice(run.from, run.to) })
    at = run.to
  }
  return groups
}

function paragraphs(lines: Line[], body: BodyStyle): Group[] {
  const groups: Group[] = []
  for (const l of lines) {
    const group = groups.at(-1)
    const before = group?.lines.at(-1)
    if (group && before && !parts(before, l, group, body)) group.lines.push(l)
    else groups.push({ lines: [l] })
  }
  return groups.map((g) => (g.lines.every((l) => l.mono) ? { ...g, kind: 'code' as const } : g))
}

const ENDED = /[.!?]['”")\]]?$/

/** Whether a new group starts at `l`. */
function parts(before: Line, l: Line, group: Group, body: BodyStyle): boolean {
  if (differs(before, l)) return true
  if (isMarked(l) && !continuesNumber(before, l)) return true
  if (LABEL.test(l.text) && (LABEL.test(group.lines[0]?.text ?? '') || ENDED.test(before.text))) return true
  if (isHeadingLike(l, body) && numbered(l.text)?.rest) return true
  if (isSectionName(before.text) && group.lines.length === 1 && /^[\p{Lu}\p{Lo}]/u.test(l.text)) return true
  const moved = l.page !== before.page || l.column !== before.column
  if (moved && !endsBand(before, l)) return partsAtBreak(before, l, body)
  const step = l.y - before.y
  if (step < -l.size || step > Math.max(body.leading * (l.size / body.size), l.size) * 1.32 + 0.8) return true
  if (isHeadingLike(before, body) !== isHeadingLike(l, body)) return true
  return indentParts(before, l, group, body)
}

/** A change of type: size, weight of the whole line, or from prose to typewriter. */
function differs(a: Line, b: Line): boolean {
  if (Math.abs(a.size - b.size) > Math.max(a.size, b.size) * 0.07) return true
  // A line of prose may consist of one name in typewriter type; a listing is set in or set off.
  if (a.mono !== b.mono) return Math.abs(a.x - b.x) > 2 || b.y - a.y > a.size * 1.45
  return a.bold !== b.bold || a.caps !== b.caps
}

const isMarked = (l: Line) =>
  BULLET.test(l.text) ||
  (FIGURE_CAPTION.test(l.text) && /^[^.:]*\d[.:|]/.test(l.text)) ||
  (TABLE_CAPTION.test(l.text) && l.text.length < 90)

/** "in the years 1994–\n2003. Then" is no list: the number must stand at an edge that items have. */
function continuesNumber(before: Line, l: Line): boolean {
  if (SIGN.test(l.text)) return false
  const mark = /^\(?(\w+)[.)]/.exec(l.text)?.[1]
  if (mark === '1' || mark === 'a' || mark === 'i') return false
  const isItem =
    Math.abs(l.x - before.x) > 1 || BULLET.test(before.text) || before.right < before.edges.right - l.size * 2
  return !isItem && !/[.:;]$/.test(before.text)
}

/** The last, short line of a paragraph over both columns crosses nothing, and seems to stand in the left one. */
function endsBand(before: Line, l: Line): boolean {
  const step = l.y - before.y
  return (
    l.page === before.page &&
    before.column === 'whole' &&
    step > 0 &&
    step < l.size * 1.5 &&
    Math.abs(l.x - before.x) < l.size * 3
  )
}

/** From one column or page to the next, a paragraph goes on unless something says that it ended. */
function partsAtBreak(before: Line, l: Line, body: BodyStyle): boolean {
  if (!isBody(before, body.size) || !isBody(l, body.size)) return true
  if (/[-\u2010]$/.test(before.text) && /^\p{Ll}/u.test(l.text)) return false
  if (/[.!?:。」』”"]['’)\]]?[⁰¹²³⁴-⁹]*$/.test(before.text)) {
    const short = before.right < before.edges.right - body.size * 2
    return short || !body.indents || isIndent(l.x - l.edges.x, body.size)
  }
  return (
    isHeadingLike(before, body) ||
    isHeadingLike(l, body) ||
    (isIndent(l.x - l.edges.x, body.size) && /^\p{Lu}/u.test(l.text))
  )
}

/** First-line indents open paragraphs; in bibliographies it is the other way round. */
function indentParts(before: Line, l: Line, group: Group, body: BodyStyle): boolean {
  const first = group.lines[0] ?? before
  const by = l.x - before.x
  const hanging = group.lines.length > 1 && isIndent((group.lines[1]?.x ?? 0) - first.x, body.size)
  if (hanging) return Math.abs(l.x - first.x) < 2 && !isIndent(first.x - first.edges.x, body.size)
  if (by > 0 && isIndent(by, body.size)) return group.lines.length > 1 ? true : !mayHang(before, first)
  const short = before.right < before.edges.right - (before.edges.right - before.edges.x) * 0.25
  return (
    short &&
    !fillsItsOwn(before, group) &&
    group.lines.length > 0 &&
    /[.!?:]['”")\]]?$/.test(before.text) &&
    !isCentred(before) &&
    by <= 2
  )
}

/** An abstract beside a box is narrower than the text: a line as long as those above it is not its last. */
const fillsItsOwn = (l: Line, { lines }: Group) =>
  lines.length > 2 && l.right > Math.max(...lines.map((o) => o.right)) - l.size * 2

/** After one line nobody knows yet: a full line followed by an indented one may be a hanging entry. */
const mayHang = (before: Line, first: Line) =>
  LABEL.test(first.text) ||
  BULLET.test(first.text) ||
  (before.right > before.edges.right - before.size * 4 && !/[.!?]$/.test(before.text))

export function isCentred(l: Line): boolean {
  const left = l.x - l.edges.x
  const right = l.edges.right - l.right
  return (
    left > l.size * 1.5 && right > l.size * 1.5 && Math.abs(left - right) < Math.max(8, (left + right) * 0.15)
  )
}

/** Larger, bold throughout, capital, or numbered and set off: enough to keep it apart from prose. */
export function isHeadingLike(l: Line, body: BodyStyle): boolean {
  if (l.size > body.size * 1.08 || l.bold || isCapital(l.text)) return true
  const n = numbered(l.text)
  return !!n && n.style !== 'letter' && (l.italic || l.caps) && l.text.length < 90
}

export function isCapital(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 4 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}
