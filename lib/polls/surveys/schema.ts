import { z } from 'zod'
import type { Part } from '../schema'
import type { StatementCounts } from './rules/counts'
import type { VoteValue } from './rules/grid'
import type { Apart, United } from './rules/represent'

/** What groups can be computed from in a few seconds; also more than anybody votes on in one sitting. */
export const MOST_STATEMENTS = 100
/** Characters of a statement: one thought. */
export const LONGEST = 200

const Statement = z
  .string()
  .trim()
  .min(1, 'Write the statement.')
  .max(LONGEST, `Use at most ${LONGEST} characters: one thought, to agree or disagree with.`)

const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

export const OpenSurvey = z.object({
  courseId: z.uuid(),
  title: z.string().trim().min(1, 'Write what it is about.').max(200),
  slug: Slug.optional(),
  intro: z.string().trim().max(1000, 'Use at most 1,000 characters.').default(''),
  /** Members may add statements of their own. */
  open: z.boolean().default(true),
  statements: z
    .array(Statement)
    .max(MOST_STATEMENTS, `A survey has at most ${MOST_STATEMENTS} statements.`)
    .refine(
      (all) => new Set(all.map((s) => s.toLowerCase())).size === all.length,
      'A statement stands twice.',
    )
    .default([]),
})
export type OpenSurvey = z.output<typeof OpenSurvey>

export const ChangeSurvey = z.object({ surveyId: z.uuid(), open: z.boolean() })
export type ChangeSurvey = z.output<typeof ChangeSurvey>

export const CloseSurvey = z.object({ surveyId: z.uuid() })
export type CloseSurvey = z.output<typeof CloseSurvey>

export const AddStatement = z.object({ surveyId: z.uuid(), text: Statement })
export type AddStatement = z.output<typeof AddStatement>

export const ModerateStatement = z
  .object({
    statementId: z.uuid(),
    act: z.enum(['HIDE', 'SHOW']),
    reason: z.string().trim().max(300).default(''),
  })
  .refine((m) => m.act === 'SHOW' || m.reason !== '', {
    path: ['reason'],
    message: 'Say why, in a few words: the class will see it.',
  })
export type ModerateStatement = z.output<typeof ModerateStatement>

/** 1 agrees, 0 passes, -1 disagrees; null takes the vote back. */
export const VoteOn = z.object({
  statementId: z.uuid(),
  value: z.union([z.literal(1), z.literal(0), z.literal(-1)]).nullable(),
})
export type VoteOn = z.output<typeof VoteOn>

export type SurveyListItem = {
  id: string
  slug: string
  title: string
  createdAt: string
  closedAt: string | null
  statements: number
  /** How many people have voted on any statement. */
  voters: number
  /** Statements that the viewer has not voted on. */
  left: number
  mayVote: boolean
}

/** Who wrote it, nobody is told. `mine`: the viewer's own vote, and nobody else's. */
export type StatementDto = { id: string; number: number; text: string; mine: VoteValue | null }
/** Taken out by staff. Its words are for staff alone. */
export type HiddenStatement = {
  id: string
  number: number
  text: string | null
  reason: string
  final: boolean
}

export type GroupDto = { name: string; hue: string; people: number; apart: Apart[] }
export type CloudDto = { centre: [number, number]; axes: [number, number]; tilt: number }

export type SurveyResult = {
  state: 'too-few' | 'none' | 'found'
  headline: string
  lede: Part[]
  /** How it was found out, for those who ask. */
  how: string[]
  /** Placed: those who voted on enough statements; the others are left out of every number here. */
  placed: number
  leftOut: number
  groups: GroupDto[]
  clouds: CloudDto[]
  /** What each end of the map's width agrees with. */
  ends: { left: string; right: string } | null
  united: United[]
  counts: StatementCounts[]
  /** The viewer's own place; nobody else's is told. */
  own: { group: number; at: [number, number] } | null
}

export type SurveyPage = {
  id: string
  slug: string
  title: string
  intro: string
  open: boolean
  createdAt: string
  closedAt: string | null
  voters: number
  votes: number
  /** In the viewer's own order, so that no statement is first for everybody. */
  statements: StatementDto[]
  hidden: HiddenStatement[]
  result: SurveyResult | null
  can: { vote: boolean; add: boolean; manage: boolean }
}
