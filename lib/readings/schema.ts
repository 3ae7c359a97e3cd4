import { z } from 'zod'

/** Set in another face: `lead` is the run-in title that opens a paragraph. [start, end, kind], UTF-16 offsets into the block. */
export const Mark = z.tuple([z.int().min(0), z.int().min(1), z.enum(['lead', 'em', 'strong'])])
export type Mark = z.infer<typeof Mark>

export const BLOCK_KINDS = [
  'paragraph',
  'quote',
  'list',
  'table',
  'figure',
  'note',
  'equation',
  'code',
  /** Of a part of the section; `level` says how deep. */
  'heading',
] as const

export const SectionBlock = z.object({
  kind: z.enum(BLOCK_KINDS).default('paragraph'),
  /** The paragraph's number as the class cites it: "2.1". */
  label: z.string().max(20).optional(),
  text: z.string().min(1),
  marks: z.array(Mark).optional(),
  level: z.int().min(2).max(6).optional(),
})
export type SectionBlock = z.infer<typeof SectionBlock>

export const NewSection = z.object({
  code: z.string().max(20).default(''),
  heading: z.string().trim().min(1).max(300),
  status: z.string().max(300).default(''),
  dueAt: z.date().optional(),
  blocks: z.array(SectionBlock).min(1),
  prompts: z.array(z.string().trim().min(1)).default([]),
})

export const NewReading = z.object({
  courseId: z.uuid(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().trim().min(1).max(300),
  byline: z.string().max(300).default(''),
  about: z.string().default(''),
  sections: z.array(NewSection).min(1),
})
export type NewReading = z.output<typeof NewReading>

/** A section of a draft that revises a reading: `sectionId` and `version` say which published text it was made from. */
export const RevisedSection = z.object({
  sectionId: z.uuid().optional(),
  version: z.int().min(1).optional(),
  heading: z.string().trim().min(1, 'Every section needs a heading.').max(300),
  level: z.int().min(1).default(1),
  blocks: z.array(SectionBlock).min(1, 'Every section needs some text.'),
})
export type RevisedSection = z.output<typeof RevisedSection>

export const BeginRevision = z.object({ readingId: z.uuid() })
export type BeginRevision = z.output<typeof BeginRevision>

export const MarkRead = z.object({ sectionId: z.uuid(), read: z.boolean() })
export type MarkRead = z.output<typeof MarkRead>

export const SetPostFirst = z.object({ sectionId: z.uuid(), on: z.boolean() })
export type SetPostFirst = z.output<typeof SetPostFirst>

export type ContentsEntry = {
  id: string
  position: number
  code: string
  heading: string
  dueAt: string | null
  notes: number
  /** By others since the viewer last looked at the section. */
  fresh: number
  read: boolean
}

export type ReadingSummary = {
  id: string
  slug: string
  title: string
  byline: string
  published: boolean
  sections: ContentsEntry[]
}

export type SectionPage = {
  reading: { slug: string; title: string; byline: string }
  section: {
    id: string
    position: number
    heading: string
    status: string
    dueAt: string | null
    minutes: number
    html: string
    read: boolean
    /** A student sees the others' notes here once they have written one. */
    postFirst: boolean
    version: number
    /** A revision took the section out of the reading; it can still be read. */
    retiredAt: string | null
  }
  /** Earlier texts of the section, and until when each was the text. */
  versions: { version: number; until: string }[]
  prompts: { id: string; text: string }[]
  contents: ContentsEntry[]
  can: { write: boolean; moderate: boolean; assess: boolean; arrange: boolean }
}

/** A section's text before a revision. */
export type EarlierVersion = {
  reading: string
  sectionId: string
  version: number
  current: number
  heading: string
  text: string
  html: string
  until: string
}
