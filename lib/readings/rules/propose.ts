import { MAX_LEVEL } from '../draft-levels'
import type { DraftSection, DraftText } from '../draft-schema'
import type { ImportedReading } from '../import/types'

const LONGEST_TITLE = 300

/** What the staff find when a file has been read: its sections, with the abstract before and the references after. */
export function proposedDraft(fileName: string, read: ImportedReading): DraftText & { warnings: string[] } {
  const { abstract, bibliography, warnings } = read
  const before = abstract ? [part('Abstract', abstract.split(/\n{2,}/))] : []
  const after = bibliography.length ? [part('References', bibliography)] : []
  const sections = read.sections.map((s) => ({ ...s, level: Math.min(s.level, MAX_LEVEL) }))
  return {
    title: (read.title ?? nameWithoutEnding(fileName)).slice(0, LONGEST_TITLE),
    byline: read.authors.join(', ').slice(0, LONGEST_TITLE),
    sections: [...before, ...sections, ...after],
    warnings,
  }
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
