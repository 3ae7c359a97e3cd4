import { z } from 'zod'
import type { ClassCell, Counts } from './rules/class'
import type { Tested } from './rules/process-tracing'
import { LEVELS, type LevelName, RATINGS, type RatingName } from './rules/vocabulary'

const Code = z
  .string()
  .trim()
  .min(1, 'Give it a code.')
  .max(12, 'A code has at most 12 characters.')
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'A code is letters and digits, such as H1 or E07.')
  // the addresses of cells and of the form share a place
  .refine(
    (code) => !['edit', 'new'].includes(code.toLowerCase()),
    'This word is taken. Give it another code.',
  )
const Line = (most: number) => z.string().trim().min(1, 'Write something first.').max(most)
const LONG = 'Use at most 20,000 characters.'
const Prose = z.string().trim().max(20_000, LONG)

const explanationFields = {
  code: Code,
  name: Line(200),
  shortName: Line(30),
  statement: z.string().trim().min(1, 'State the explanation.').max(20_000, LONG),
  literature: Prose,
  predicts: Prose,
  countsAgainst: Prose,
}

export const NewExplanation = z.object({
  ...explanationFields,
  literature: Prose.default(''),
  predicts: Prose.default(''),
  countsAgainst: Prose.default(''),
})
export type NewExplanation = z.output<typeof NewExplanation>
export const CreateExplanations = z.object({
  courseId: z.uuid(),
  explanations: z.array(NewExplanation).min(1).max(26),
})
export type CreateExplanations = z.output<typeof CreateExplanations>

/** Words of a section that report the observation; `version` is that of the text in which they were chosen. */
const Passage = z
  .object({
    sectionId: z.uuid(),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().min(1).max(5000, 'Choose fewer words: at most 5,000 characters.'),
    version: z.int().min(1).optional(),
  })
  .refine((p) => p.end > p.start, 'Select some words.')
export type Passage = z.output<typeof Passage>

const Address = z
  .url({ protocol: /^https?$/, error: 'Write a whole address, such as https://example.org/page' })
  .max(2000)

const evidenceFields = {
  code: Code,
  /** The date as people write it: "13–15 Jun 2000". */
  dateLabel: Line(80),
  date: z.iso.date('Write the day as 2000-06-13.').nullable(),
  observation: z.string().trim().min(1, 'Say what was observed.').max(5000),
  source: z.string().trim().max(2000),
  testType: z.string().trim().max(300),
  argument: z.string().trim().max(5000),
  credibility: z.enum(LEVELS),
  relevance: z.enum(LEVELS),
  /** Listed below the table, not yet in it. */
  benched: z.boolean(),
  passage: Passage.nullable(),
  url: Address.nullable(),
  /** The rating the class starts from, by the explanation's code. */
  suggested: z.record(z.string(), z.enum(RATINGS)),
}

export const NewEvidence = z.object({
  ...evidenceFields,
  date: evidenceFields.date.default(null),
  source: evidenceFields.source.default(''),
  testType: evidenceFields.testType.default(''),
  argument: evidenceFields.argument.default(''),
  credibility: evidenceFields.credibility.default('MEDIUM'),
  relevance: evidenceFields.relevance.default('MEDIUM'),
  benched: evidenceFields.benched.default(false),
  passage: evidenceFields.passage.default(null),
  url: evidenceFields.url.default(null),
  suggested: evidenceFields.suggested.default({}),
})
export type NewEvidence = z.output<typeof NewEvidence>
export const CreateEvidence = z.object({ courseId: z.uuid(), evidence: z.array(NewEvidence).min(1).max(500) })
export type CreateEvidence = z.output<typeof CreateEvidence>

/** What is left out stays as it is; `suggested` is whole. */
export const EditEvidence = z.object({ id: z.uuid(), ...z.object(evidenceFields).partial().shape })
export type EditEvidence = z.output<typeof EditEvidence>

export const EditExplanation = z.object({ id: z.uuid(), ...z.object(explanationFields).partial().shape })
export type EditExplanation = z.output<typeof EditExplanation>

/** All rows, or all columns, as they are to stand. */
export const ArrangeMatrix = z.object({
  courseId: z.uuid(),
  what: z.enum(['evidence', 'explanations']),
  ids: z.array(z.uuid()).min(1).max(1000),
})
export type ArrangeMatrix = z.output<typeof ArrangeMatrix>

export const ThingId = z.object({ id: z.uuid() })
export type ThingId = z.output<typeof ThingId>

/** One's own rating of one cell; null takes it back, and the cell counts as the class started it. */
export const RateCell = z.object({
  evidenceId: z.uuid(),
  explanationId: z.uuid(),
  value: z.enum(RATINGS).nullable(),
  /** Why, in a sentence. Left out, it stays while the rating does. */
  reason: z.string().trim().max(600, 'A reason has at most 600 characters.').optional(),
  /** One's own P(observation | explanation); null takes the number of the rating again. */
  likelihood: z
    .number('Write a number from 0 to 1.')
    .min(0, 'Write a number from 0 to 1.')
    .max(1, 'Write a number from 0 to 1.')
    .nullable()
    .optional(),
})
export type RateCell = z.output<typeof RateCell>

/** Many at once, as a row that is rated by keys sends them. Of one cell named twice, the last counts. */
export const RateCells = z.object({ ratings: z.array(RateCell).min(1).max(100) })
export type RateCells = z.output<typeof RateCells>

/** Points by explanation id, 100 together. */
export const SetPrior = z.object({
  courseId: z.uuid(),
  points: z.record(z.uuid(), z.int().min(0).max(100)),
})
export type SetPrior = z.output<typeof SetPrior>

const CommentBody = z
  .string()
  .trim()
  .min(1, 'Write something first.')
  .max(10_000, 'A post holds at most 10,000 characters.')

export const PostComment = z.object({
  /** Made by the client, so that a request sent twice makes one post. */
  id: z.uuid().optional(),
  evidenceId: z.uuid(),
  explanationId: z.uuid(),
  body: CommentBody,
})
export type PostComment = z.output<typeof PostComment>
export const EditComment = z.object({ id: z.uuid(), body: CommentBody })
export type EditComment = z.output<typeof EditComment>

/** `hue` is the place among the course's explanations, 1 to 6: its colour in every plot. */
export type ExplanationHead = { id: string; code: string; name: string; shortName: string; hue: number }
export type ExplanationDto = ExplanationHead & {
  statementHtml: string
  literatureHtml: string
  predictsHtml: string
  countsAgainstHtml: string
}

/** Where an observation is reported: words of a reading, and the way to them unless they may not be seen. */
export type PassageDto = { label: string; exact: string; href: string | null }

export type EvidenceDto = {
  id: string
  code: string
  /** "2000-06-13"; null where the row has no day of its own. */
  date: string | null
  dateLabel: string
  observation: string
  source: string
  testType: string
  tests: Tested[]
  argument: string
  credibility: LevelName
  relevance: LevelName
  benched: boolean
  passage: PassageDto | null
  url: string | null
  /** By explanation code, as are all that follow. */
  suggested: Record<string, RatingName>
  own: Record<string, RatingName>
  reasons: Record<string, string>
  likelihoods: Record<string, number>
  /** Of the whole class, in the order of RATINGS; a cell is missing while too few others have rated it. */
  classes: Record<string, Counts>
  comments: Record<string, number>
}

/** What one set of ratings adds up to; keys are codes. */
export type MatrixScores = {
  inconsistency: Record<string, number>
  weighted: Record<string, number>
  leaders: string[]
  weightedLeaders: string[]
  diagnosticity: Record<string, number>
}

export type MatrixPage = {
  explanations: ExplanationHead[]
  rows: EvidenceDto[]
  bench: EvidenceDto[]
  can: { rate: boolean; edit: boolean }
}

/** Why somebody rated as they did; whose it is, only its writer learns. */
export type ReasonDto = { value: RatingName; reason: string; mine: boolean }

/** The reasons of one cell's extreme ratings. */
export type CellReasons = { evidence: string; explanation: string; reasons: ReasonDto[] }

export type CommentDto = {
  id: string
  authorId: string
  author: string
  role: 'INSTRUCTOR' | 'ASSISTANT' | 'STUDENT' | 'OBSERVER'
  /** As typed, to those who may change it. */
  body: string | null
  html: string
  at: string
  edited: boolean
  can: { edit: boolean; remove: boolean }
}

export type CellPage = {
  explanations: ExplanationHead[]
  rows: { code: string; dateLabel: string }[]
  row: EvidenceDto
  explanation: ExplanationDto
  cell: ClassCell | null
  reasons: ReasonDto[]
  comments: CommentDto[]
  can: { rate: boolean; edit: boolean; comment: boolean }
}

export type PriorDto = { points: Record<string, number>; given: boolean }

/** A section whose words may be chosen. */
export type SectionChoice = { id: string; label: string }

export type SuggestedRatings = Record<string, RatingName>

/** What the staff's form of an observation begins with; `id` is null for a new one. */
export type EvidenceForm = {
  id: string | null
  explanations: ExplanationHead[]
  sections: SectionChoice[]
  fields: Omit<NewEvidence, 'passage' | 'suggested'> & { suggested: SuggestedRatings }
  /** The words that it rests on now. */
  passage: PassageDto | null
  /** Words that were chosen in the reading room, on their way into the form. */
  chosen: (Passage & { label: string }) | null
}

export type ExplanationSource = NewExplanation & { id: string; hue: number; removable: boolean }
export type MatrixSource = {
  explanations: ExplanationSource[]
  evidence: (Pick<EvidenceDto, 'id' | 'code' | 'dateLabel' | 'observation' | 'benched'> & {
    removable: boolean
  })[]
}
