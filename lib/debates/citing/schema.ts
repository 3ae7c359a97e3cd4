import { z } from 'zod'

export const FindSources = z.object({
  debateId: z.uuid(),
  kind: z.enum(['NOTE', 'EVIDENCE']),
  q: z.string().trim().max(200).default(''),
  /** One's own notes alone, whoever sees them. */
  mine: z.stringbool().optional(),
})
export type FindSources = z.output<typeof FindSources>

/** The text in which somebody looks for a passage: a section of it, or the paragraphs that have the words. */
export const FindPassage = z.object({
  debateId: z.uuid(),
  section: z.uuid().optional(),
  q: z.string().trim().max(200).default(''),
})
export type FindPassage = z.output<typeof FindPassage>

type Citable = { id: string; label: string; excerpt: string }
export type PassageWords = { sectionId: string; start: number; end: number; exact: string }
/** A note or an observation that a claim may cite; or the words of a note that others do not see. */
export type CitableDto = Citable &
  ({ kind: 'NOTE' | 'EVIDENCE' } | { kind: 'PASSAGE'; passage: PassageWords })

export type CitableSection = { id: string; reading: string; code: string; heading: string }
export type FoundParagraph = { sectionId: string; start: number; words: string }
export type CitableText = {
  /** Every section in which a passage can be chosen. */
  sections: CitableSection[]
  section: { id: string; html: string } | null
  found: FoundParagraph[]
}
