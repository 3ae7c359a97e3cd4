import { MAX_LEVEL } from '../draft-levels'
import type { DraftBlock, DraftSection } from '../draft-schema'
import type { Mark } from '../schema'

/**
 * What the editor does to a draft. Each operation answers new sections, shares what it did not touch, and answers the
 * very same list where it cannot be done. None loses a letter; those that move text keep its order, but for `moveBlock`
 * and `moveSection`, whose purpose it is to change it.
 */
export type Sections = readonly DraftSection[]

const put = (sections: Sections, at: number, count: number, ...by: DraftSection[]): Sections => [
  ...sections.slice(0, at),
  ...by,
  ...sections.slice(at + count),
]

const inSection = (
  sections: Sections,
  s: number,
  change: (section: DraftSection) => DraftSection,
): Sections => {
  const section = sections[s]
  return section ? put(sections, s, 1, change(section)) : sections
}

const inBlock = (
  sections: Sections,
  s: number,
  b: number,
  change: (block: DraftBlock) => DraftBlock[],
): Sections => {
  const block = sections[s]?.blocks[b]
  if (!block) return sections
  return inSection(sections, s, (section) => ({
    ...section,
    blocks: [...section.blocks.slice(0, b), ...change(block), ...section.blocks.slice(b + 1)],
  }))
}

export const rename = (sections: Sections, s: number, heading: string): Sections =>
  inSection(sections, s, (section) => ({ ...section, heading }))

export const setLevel = (sections: Sections, s: number, level: number): Sections =>
  level < 1 || level > MAX_LEVEL || sections[s]?.level === level
    ? sections
    : inSection(sections, s, (section) => ({ ...section, level }))

export const setKind = (sections: Sections, s: number, b: number, kind: DraftBlock['kind']): Sections =>
  inBlock(sections, s, b, (block) => [{ ...block, kind }])

/** Marks are offsets into the text: they go where it changes. */
export const setText = (sections: Sections, s: number, b: number, text: string): Sections =>
  inBlock(sections, s, b, (block) => {
    if (block.text === text) return [block]
    const { marks: _, ...rest } = block
    return [{ ...rest, text }]
  })

/** Takes a block out of what will be published, or back in. */
export const setOut = (sections: Sections, s: number, b: number, out: boolean): Sections =>
  inBlock(sections, s, b, ({ out: _, ...block }) => [out ? { ...block, out } : block])

/** A new section, still without a heading, begins with this block. */
export function splitSection(sections: Sections, s: number, b: number, heading = ''): Sections {
  const section = sections[s]
  if (!section || b < 0 || b > section.blocks.length) return sections
  const [before, after] = [section.blocks.slice(0, b), section.blocks.slice(b)]
  return put(sections, s, 1, { ...section, blocks: before }, { heading, level: section.level, blocks: after })
}

const paragraph = (text: string): DraftBlock[] => (text.trim() ? [{ kind: 'paragraph', text }] : [])

/** The section goes into the one before; its heading stays as a paragraph, which can be taken out. */
export function mergeWithPrevious(sections: Sections, s: number): Sections {
  const [previous, section] = [sections[s - 1], sections[s]]
  if (!previous || !section) return sections
  const blocks = [...previous.blocks, ...paragraph(section.heading), ...section.blocks]
  return put(sections, s - 1, 2, { ...previous, ...(previous.sectionId ? {} : origin(section)), blocks })
}

/** Which published section it revises: what two become keeps the first one's. */
const origin = ({ sectionId, version }: DraftSection): Partial<DraftSection> => ({
  ...(sectionId ? { sectionId } : {}),
  ...(version ? { version } : {}),
})

/** A paragraph that is a heading: the section that it opens begins there. */
export function toHeading(sections: Sections, s: number, b: number): Sections {
  const block = sections[s]?.blocks[b]
  if (!block) return sections
  const split = splitSection(sections, s, b, block.text.replace(/\s+/g, ' ').trim())
  return inSection(split, s + 1, (section) => ({ ...section, blocks: section.blocks.slice(1) }))
}

const shifted = (marks: readonly Mark[] | undefined, from: number, to: number): { marks?: Mark[] } => {
  const within = (marks ?? []).filter(([start, end]) => start >= from && end <= to)
  return within.length ? { marks: within.map(([start, end, kind]) => [start - from, end - from, kind]) } : {}
}

/** The part of a block between two offsets, without the white space around it. */
function piece({ marks, ...block }: DraftBlock, from: number, to: number): DraftBlock[] {
  const text = block.text.slice(from, to)
  const start = from + (text.length - text.trimStart().length)
  const words = text.trim()
  return words ? [{ ...block, text: words, ...shifted(marks, start, start + words.length) }] : []
}

/** Two blocks where one was. */
export function splitBlock(sections: Sections, s: number, b: number, at: number): Sections {
  const block = sections[s]?.blocks[b]
  if (!block) return sections
  const made = [...piece(block, 0, at), ...piece(block, at, block.text.length)]
  return made.length < 2 ? sections : inBlock(sections, s, b, () => made)
}

/** A heading that runs into the text: the words before `at` become the heading of a section that begins here. */
export function splitHeading(sections: Sections, s: number, b: number, at: number): Sections {
  const split = splitBlock(sections, s, b, at)
  return split === sections ? sections : toHeading(split, s, b)
}

export function joinWithNextBlock(sections: Sections, s: number, b: number): Sections {
  const section = sections[s]
  const [block, next] = [section?.blocks[b], section?.blocks[b + 1]]
  if (!section || !block || !next) return sections
  const gap = block.kind === 'list' || block.kind === 'code' || block.kind === 'table' ? '\n' : ' '
  const start = block.text.length + gap.length
  const marks = [
    ...(block.marks ?? []),
    ...(next.marks ?? []).map(([f, t, k]): Mark => [f + start, t + start, k]),
  ]
  const joined = { ...block, text: block.text + gap + next.text, ...(marks.length ? { marks } : {}) }
  const blocks = [...section.blocks.slice(0, b), joined, ...section.blocks.slice(b + 2)]
  return put(sections, s, 1, { ...section, blocks })
}

/** Gives the blocks up to this one to the section before. */
export function givePrevious(sections: Sections, s: number, b: number): Sections {
  const [previous, section] = [sections[s - 1], sections[s]]
  if (!previous || !section?.blocks[b]) return sections
  const given = section.blocks.slice(0, b + 1)
  const rest = { ...section, blocks: section.blocks.slice(b + 1) }
  return put(sections, s - 1, 2, { ...previous, blocks: [...previous.blocks, ...given] }, rest)
}

/** Gives the blocks from this one on to the section after. */
export function giveNext(sections: Sections, s: number, b: number): Sections {
  const [section, next] = [sections[s], sections[s + 1]]
  if (!section || !next || !section.blocks[b]) return sections
  const rest = { ...section, blocks: section.blocks.slice(0, b) }
  return put(sections, s, 2, rest, { ...next, blocks: [...section.blocks.slice(b), ...next.blocks] })
}

/** Changes places with the neighbour; at an edge of the section, goes over into the next one. */
export function moveBlock(sections: Sections, s: number, b: number, by: -1 | 1): Sections {
  const section = sections[s]
  const block = section?.blocks[b]
  if (!section || !block) return sections
  const other = section.blocks[b + by]
  if (!other) return by < 0 ? givePrevious(sections, s, b) : giveNext(sections, s, b)
  const at = Math.min(b, b + by)
  const pair = by < 0 ? [block, other] : [other, block]
  const blocks = [...section.blocks.slice(0, at), ...pair, ...section.blocks.slice(at + 2)]
  return put(sections, s, 1, { ...section, blocks })
}

/** Where the section and those under it end. */
export function branchEnd(sections: Sections, s: number): number {
  const level = sections[s]?.level ?? 1
  let end = s + 1
  while ((sections[end]?.level ?? 0) > level) end++
  return end
}

/** Changes places with the branch before or after; answers where the section went. */
export function moveSection(sections: Sections, s: number, by: -1 | 1): { sections: Sections; at: number } {
  const end = branchEnd(sections, s)
  const branch = sections.slice(s, end)
  const level = sections[s]?.level ?? 1
  const rest = put(sections, s, branch.length)
  let at = by < 0 ? s - 1 : s
  if (at < 0 || (by > 0 && end >= sections.length) || branch.length === 0) return { sections, at: s }
  if (by < 0) while (at > 0 && (sections[at]?.level ?? 1) > level) at--
  else at = branchEnd(rest, at)
  if (by > 0 && (sections[end]?.level ?? 1) < level) at = s + 1
  return { sections: put(rest, at, 0, ...branch), at }
}

/** Only an empty section may go; one with text is merged, or its blocks are taken out one by one. */
export const removeEmpty = (sections: Sections, s: number): Sections =>
  sections.length > 1 && sections[s]?.blocks.length === 0 ? put(sections, s, 1) : sections

/** Every letter of the draft in its order: what no operation may lose. */
export const lettersOf = (sections: Sections): string =>
  sections
    .flatMap((s) => [s.heading, ...s.blocks.map((b) => b.text)])
    .join('')
    .replace(/\s+/g, '')
