import { z } from 'zod'

export const RATINGS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const
export type RatingName = (typeof RATINGS)[number]

/** What the letters stand for, as people read them. */
export const RATING_WORDS: Record<RatingName, string> = {
  CC: 'very consistent',
  C: 'consistent',
  N: 'neutral',
  I: 'inconsistent',
  II: 'very inconsistent',
  NA: 'nothing to say',
}

export const LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const
export type LevelName = (typeof LEVELS)[number]

const Code = z
  .string()
  .trim()
  .min(1, 'Give it a code.')
  .max(12, 'A code has at most 12 characters.')
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'A code is letters and digits, such as H1 or E07.')
const Line = (most: number) => z.string().trim().min(1, 'Write something first.').max(most)
const Prose = z.string().trim().max(20_000, 'Use at most 20,000 characters.').default('')

export const NewExplanation = z.object({
  code: Code,
  name: Line(200),
  shortName: Line(30),
  statement: z.string().trim().min(1, 'State the explanation.').max(20_000),
  literature: Prose,
  predicts: Prose,
  countsAgainst: Prose,
})
export const CreateExplanations = z.object({
  courseId: z.uuid(),
  explanations: z.array(NewExplanation).min(1).max(26),
})
export type CreateExplanations = z.output<typeof CreateExplanations>

export const NewEvidence = z.object({
  code: Code,
  /** The date as people write it: "13–15 Jun 2000". */
  dateLabel: Line(80),
  date: z.iso.date('Write the day as 2000-06-13.').nullable().default(null),
  observation: z.string().trim().min(1, 'Say what was observed.').max(5000),
  source: z.string().trim().max(2000).default(''),
  testType: z.string().trim().max(300).default(''),
  argument: z.string().trim().max(5000).default(''),
  credibility: z.enum(LEVELS).default('MEDIUM'),
  relevance: z.enum(LEVELS).default('MEDIUM'),
  /** Listed below the table, not yet in it. */
  benched: z.boolean().default(false),
  /** The rating the class starts from, by the explanation's code. */
  suggested: z.record(z.string(), z.enum(RATINGS)).default({}),
})
export const CreateEvidence = z.object({ courseId: z.uuid(), evidence: z.array(NewEvidence).min(1).max(500) })
export type CreateEvidence = z.output<typeof CreateEvidence>

/** One's own rating of one cell; null takes it back, and the cell counts as the class started it. */
export const RateCell = z.object({
  evidenceId: z.uuid(),
  explanationId: z.uuid(),
  value: z.enum(RATINGS).nullable(),
})
export type RateCell = z.output<typeof RateCell>

/** `hue` is the place among the course's explanations, 1 to 6: its colour in every plot. */
export type ExplanationHead = { id: string; code: string; name: string; shortName: string; hue: number }
export type ExplanationDto = ExplanationHead & {
  statementHtml: string
  literatureHtml: string
  predictsHtml: string
  countsAgainstHtml: string
}

export type EvidenceDto = {
  id: string
  code: string
  dateLabel: string
  observation: string
  source: string
  testType: string
  argument: string
  credibility: LevelName
  relevance: LevelName
  benched: boolean
  /** By explanation code. */
  suggested: Record<string, RatingName>
  own: Record<string, RatingName>
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
  /** The suggested ratings, and the same with the member's own laid over them. */
  start: MatrixScores
  mine: MatrixScores
  ownCount: number
  can: { rate: boolean; edit: boolean }
}
