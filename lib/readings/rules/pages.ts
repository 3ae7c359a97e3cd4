import { MAX_LEVEL } from '../draft-levels'
import type { DraftBlock, DraftSection } from '../draft-schema'
import type { SectionBlock } from '../schema'

/** A page of the reader as the draft will make it; `from` is the draft section that opens it. */
export type DraftPage = Pick<DraftSection, 'sectionId' | 'version' | 'heading'> & {
  from: number
  blocks: SectionBlock[]
}

/**
 * Draft sections as pages: one of level 1 opens a page, deeper ones go into the page before them under a heading. What
 * was taken out is left out. `sectionsOf` is the way back.
 */
export function pagesOf(sections: readonly DraftSection[]): DraftPage[] {
  const pages: DraftPage[] = []
  for (const [from, section] of sections.entries()) {
    const kept = section.blocks.filter(isKept).map(published)
    const page = pages.at(-1)
    if (page && section.level > 1) page.blocks.push(...headingOf(section), ...kept)
    else pages.push({ ...identity(section), heading: section.heading.trim(), from, blocks: kept })
  }
  return pages.map((page, i) => ({ ...page, blocks: labelled(page, i + 1) }))
}

const isKept = (block: DraftBlock): boolean => !block.out && block.text.trim() !== ''
const published = ({ out: _, ...block }: DraftBlock): SectionBlock => block

type Identity = { sectionId?: string | undefined; version?: number | undefined }
const identity = ({ sectionId, version }: Identity): Pick<DraftSection, 'sectionId' | 'version'> => ({
  ...(sectionId ? { sectionId } : {}),
  ...(version ? { version } : {}),
})

const headingOf = ({ heading, level }: DraftSection): SectionBlock[] =>
  heading.trim() ? [{ kind: 'heading', level, text: heading.trim() }] : []

/**
 * "2.1", "2.2" …: how the class cites them; headings have none. A text that is revised keeps its own way of numbering:
 * its first part, and which blocks have none.
 */
function labelled({ blocks, sectionId }: DraftPage, page: number): SectionBlock[] {
  const first = blocks.find((block) => block.label !== undefined)?.label
  const prefix = first === undefined ? String(page) : first.replace(/\.?[^.]*$/, '')
  let n = 0
  return blocks.map(({ label, ...block }) => {
    const numbers = label !== undefined || (first === undefined && !sectionId)
    return numbers && block.kind !== 'heading'
      ? { ...block, label: [prefix, ++n].filter(Boolean).join('.') }
      : block
  })
}

/** A published section as draft sections: its own, and one for each heading inside it. */
export function sectionsOf(section: {
  id: string
  version?: number
  heading: string
  blocks: readonly SectionBlock[]
}): DraftSection[] {
  const { id, version, heading } = section
  const made: DraftSection[] = [{ ...identity({ sectionId: id, version }), heading, level: 1, blocks: [] }]
  for (const block of section.blocks)
    if (block.kind === 'heading')
      made.push({ heading: block.text, level: Math.min(MAX_LEVEL, block.level ?? 2), blocks: [] })
    else made.at(-1)?.blocks.push(block)
  return made
}

/** What stands in the way of publishing, as sentences beside the fields. */
export function draftProblems(
  title: string,
  byline: string,
  sections: readonly DraftSection[],
): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!title.trim()) problems.title = 'Give the reading a title.'
  if (title.trim().length > 300) problems.title = 'A title has at most 300 characters.'
  if (byline.trim().length > 300) problems.byline = 'A byline has at most 300 characters.'
  for (const [i, { heading }] of sections.entries()) {
    if (!heading.trim())
      problems[`sections.${i}.heading`] = 'Give this section a heading, or merge it with the one before.'
    if (heading.trim().length > 300)
      problems[`sections.${i}.heading`] = 'A heading has at most 300 characters.'
  }
  for (const page of pagesOf(sections))
    if (page.blocks.length === 0)
      problems[`sections.${page.from}.blocks`] =
        'There is no text under this heading. Merge it with another section, or remove it.'
  return problems
}
