import { MAX_LEVEL } from '../draft-levels'
import type { DraftSection, DraftText } from '../draft-schema'
import type { ImportedReading, ImportedSection } from '../import/types'

const LONGEST_TITLE = 300

/** What the staff find when a file has been read: its sections, with the abstract before and the references after. */
export function proposedDraft(fileName: string, read: ImportedReading): DraftText & { warnings: string[] } {
  const { abstract, bibliography, warnings } = read
  const before = abstract ? [part('Abstract', abstract.split(/\n{2,}/))] : []
  const after = bibliography.length ? [part('References', bibliography)] : []
  const title = (read.title ?? nameWithoutEnding(fileName)).slice(0, LONGEST_TITLE)
  const { sections, unnamed } = withHeadings(read.sections, title)
  return {
    title,
    byline: read.authors.join(', ').slice(0, LONGEST_TITLE),
    sections: [...before, ...sections, ...after],
    warnings: unnamed ? [unnamed, ...warnings] : warnings,
  }
}

/**
 * A section needs a heading before it can be published. Where the file gives it none, one stands in that a reader can
 * find it by, and a remark says so: who reads the file in wants to see it, not to think of names first.
 */
function withHeadings(read: ImportedSection[], title: string) {
  let count = 0
  const sections = read.map((s, i): DraftSection => {
    const level = Math.min(s.level, MAX_LEVEL)
    if (s.heading.trim()) return { ...s, level }
    if (read.length > 1) count++
    return { ...s, level, heading: read.length === 1 ? title : i === 0 ? 'Opening' : firstWords(s) }
  })
  const unnamed =
    count === 1
      ? 'A section had no heading and was given one. Rename it if it should be called something else.'
      : `${count} sections had no heading and were given one. Rename what should be called something else.`
  return { sections, unnamed: count ? unnamed : undefined }
}

const LONGEST_HEADING = 48

function firstWords({ blocks }: ImportedSection): string {
  const text = (blocks.find((b) => /\p{L}/u.test(b.text))?.text ?? '').replace(/\s+/g, ' ').trim()
  if (!text) return 'Untitled'
  if (text.length <= LONGEST_HEADING) return text
  return `${text
    .slice(0, LONGEST_HEADING)
    .replace(/\s+\S*$/, '')
    .replace(/[\uD800-\uDBFF]$/, '')}…`
}

const part = (heading: string, texts: string[]): DraftSection => ({
  heading,
  level: 1,
  blocks: texts.filter((text) => text.trim()).map((text) => ({ kind: 'paragraph', text })),
})

const nameWithoutEnding = (name: string): string =>
  name
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
