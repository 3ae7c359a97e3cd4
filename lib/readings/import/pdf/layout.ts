import { joinLines } from '../hyphens'
import type { Run } from '../run'
import type { Draft, Piece } from '../types'
import { vocabulary } from '../vocabulary'
import { toBlock } from './blocks'
import { bodyStyle, setEdges } from './body'
import { findGutters, orderedLines } from './columns'
import { type FlowPiece, mend } from './flow'
import { noteText, takeFootnotes } from './footnotes'
import { takeFront } from './front'
import { withoutFurniture } from './furniture'
import { toGroups } from './groups'
import { type Found, headingLevels, headingText } from './headings'
import { withoutImprint } from './imprint'
import { withoutInfoBox } from './info-box'
import { partEntries } from './references'
import type { Line, PageText } from './types'

/** Reads a PDF by how it looks, for want of a structure in the file. */
export function readLayout(all: PageText[], given: { title?: string; authors: string[] }, run: Run): Draft {
  const [first, ...others] = all
  const opened = first && withoutInfoBox(first)
  const pages = opened ? [opened.page, ...others] : all
  const gutters = findGutters(pages)
  const raw = pages.map((p, i) => {
    run.check()
    return orderedLines(p, gutters[i])
  })
  const lines = withoutFurniture(pages, raw)
  setEdges(lines)
  const body = bodyStyle(lines.flat())
  const words = vocabulary([
    lines
      .flat()
      .map((l) => l.text)
      .join('\n'),
  ])
  const split = lines.map((page) => takeFootnotes(page, body.size))
  run.check()
  const groups = toGroups(
    split.flatMap((s) => s.lines),
    body,
  )
  const found = groups.map((g) => headingText(g, body, words))
  const levels = levelsOf(
    groups.map((g) => g.lines[0]),
    found,
  )
  const blocks = groups.map((group, i): FlowPiece => {
    const text = found[i]
    return text === undefined
      ? toBlock(group, body, words)
      : { kind: 'heading', text, level: levels.get(i) ?? 1, group }
  })
  const notes = split
    .flatMap((s) => s.notes)
    .map(
      (n): FlowPiece => ({
        kind: 'note',
        text: noteText(
          joinLines(
            n.lines.map((l) => l.text),
            words,
          ),
        ),
        group: { lines: n.lines },
      }),
    )
  const entry = (own: Line[]): FlowPiece => ({
    kind: 'paragraph',
    text: joinLines(
      own.map((l) => l.text),
      words,
    ),
    group: { lines: own },
  })
  const whole = mend(partEntries(weave(blocks, joinNotes(notes)), entry), body, words)
  const { pieces, found: imprint } = withoutImprint(whole, body)
  const front = takeFront(pieces, body, given)
  if (opened?.found || imprint)
    run.warn("The journal's own lines on the first page (dates, keywords, licence) were left out.")
  if (groups.some((g) => g.kind === 'equation'))
    run.warn('Formulas in several levels were kept level by level; compare them with the original.')
  return {
    ...(front.title ? { title: front.title } : {}),
    authors: front.authors,
    ...(front.abstract ? { abstract: front.abstract } : {}),
    pieces: front.rest.map(plain),
  }
}

function levelsOf(lines: (Line | undefined)[], found: (string | undefined)[]): Map<number, number> {
  const at = found.flatMap((text, i) => (text === undefined ? [] : [i]))
  const headings = at.flatMap((i): Found[] => {
    const line = lines[i]
    return line ? [{ text: found[i] ?? '', line }] : []
  })
  const levels = headingLevels(headings)
  return new Map(at.map((i, k) => [i, levels[k] ?? 1]))
}

/** A note that went on over the page is one note. */
function joinNotes(notes: FlowPiece[]): FlowPiece[] {
  const out: FlowPiece[] = []
  for (const n of notes) {
    const last = out.at(-1)
    if (last && !/^[\d*∗†‡§¶]/.test(n.text)) last.text = `${last.text} ${n.text}`
    else out.push({ ...n })
  }
  return out
}

/** Notes come after the last block that begins on their page. */
function weave(blocks: FlowPiece[], notes: FlowPiece[]): FlowPiece[] {
  const out: FlowPiece[] = []
  let next = 0
  const pageOf = (p: FlowPiece | undefined) => p?.group.lines[0]?.page ?? Number.POSITIVE_INFINITY
  for (const [i, block] of blocks.entries()) {
    out.push(block)
    while (next < notes.length && pageOf(blocks[i + 1]) > pageOf(notes[next])) {
      const note = notes[next++]
      if (note) out.push(note)
    }
  }
  return [...out, ...notes.slice(next)]
}

const plain = (p: FlowPiece): Piece =>
  p.kind === 'heading' ? { kind: 'heading', text: p.text, level: p.level } : { kind: p.kind, text: p.text }
