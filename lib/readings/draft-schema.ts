import { z } from 'zod'
import { MAX_LEVEL } from './draft-levels'
import { SectionBlock } from './schema'

const lineEnds = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()

/** A block under revision; `out` marks one that will not be published and can be taken back in. */
export const DraftBlock = SectionBlock.extend({
  text: z.string().max(2_000_000).transform(lineEnds),
  out: z.literal(true).optional(),
})
export type DraftBlock = z.infer<typeof DraftBlock>

export const DraftSection = z.object({
  /** The published section that this one revises. */
  sectionId: z.uuid().optional(),
  /** Which of its texts the revision began from. */
  version: z.int().min(1).optional(),
  heading: z.string().max(1000).transform(lineEnds),
  level: z.int().min(1).max(MAX_LEVEL),
  blocks: z.array(DraftBlock).max(20_000),
})
export type DraftSection = z.infer<typeof DraftSection>

export type DraftText = { title: string; byline: string; sections: DraftSection[] }

/** A section that was not touched is sent as its place in the version that is saved: books are large. */
export const SaveDraft = z.object({
  id: z.uuid(),
  revision: z.int().min(0),
  title: z.string().max(1000),
  byline: z.string().max(1000),
  sections: z
    .array(z.union([z.int().min(0), DraftSection]))
    .min(1, 'A reading has at least one section.')
    .max(5000),
})
export type SaveDraft = z.output<typeof SaveDraft>

export const DraftAt = z.object({ id: z.uuid(), revision: z.int().min(0) })
export type DraftAt = z.output<typeof DraftAt>

export const DraftId = z.object({ id: z.uuid() })
export type DraftId = z.output<typeof DraftId>

export type DraftDto = DraftText & {
  id: string
  /** The published reading that this draft will replace the text of; null: it will be a new one. */
  readingId: string | null
  revision: number
  savedAt: string
  warnings: string[]
}

export type DraftSummary = { id: string; title: string; savedAt: string; revises: boolean }

export type ImportDto = {
  id: string
  fileName: string
  size: number
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  stage: string
  done: number
  total: number
  /** What to do about it, when it failed. */
  message: string | null
  draftId: string | null
}
