import { z } from 'zod'
import type { Distribution, Judgement } from '../rules/judgements'
import type { Relation, Side } from '../rules/tree'

const line = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`)
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)

const Note = z.object({ kind: z.literal('NOTE'), noteId: z.uuid() })
const Passage = z.object({
  kind: z.literal('PASSAGE'),
  sectionId: z.uuid(),
  start: z.int().min(0),
  end: z.int().min(1),
  exact: z.string().min(1).max(20_000),
})
const Evidence = z.object({ kind: z.literal('EVIDENCE'), evidenceId: z.uuid() })
const Reference = z.object({
  kind: z.literal('REFERENCE'),
  text: text(1000).min(1, 'Say where it can be found: author, title, year.'),
})
const Link = z.object({
  kind: z.literal('LINK'),
  url: z
    .string()
    .trim()
    .max(2000, 'Use at most 2,000 characters.')
    .pipe(
      z.url({
        protocol: /^https?$/,
        hostname: z.regexes.domain,
        error: 'Write a whole address that begins with https://',
      }),
    )
    .transform((url) => new URL(url).href),
  text: line(300).default(''),
})
export const SourceInput = z.discriminatedUnion('kind', [Note, Passage, Evidence, Reference, Link])
export type SourceInput = z.output<typeof SourceInput>
export type SourceKind = SourceInput['kind']

const ClaimText = z
  .string()
  .trim()
  .min(1, 'Write the claim.')
  .max(2000, 'A claim holds at most 2,000 characters.')
export const RelationName = z.enum(['SUPPORTS', 'OPPOSES', 'UNDERCUTS'])
export const ToulminName = z.enum(['CLAIM', 'GROUNDS', 'WARRANT', 'BACKING', 'QUALIFIER', 'REBUTTAL'])
export type ToulminName = z.output<typeof ToulminName>

export const AddClaim = z.object({
  /** Made by the client, so that a request sent twice makes one claim. */
  id: z.uuid().optional(),
  debateId: z.uuid(),
  /** The claim it speaks to; without one it speaks to the motion. */
  parentId: z.uuid().nullable().default(null),
  relation: RelationName,
  text: ClaimText,
  toulmin: ToulminName.nullable().default(null),
  sources: z.array(SourceInput).max(12, 'Twelve sources are enough for one claim.').default([]),
})
export type AddClaim = z.output<typeof AddClaim>

export const EditClaim = z.object({
  id: z.uuid(),
  text: ClaimText,
  relation: RelationName.optional(),
  /** Null takes the role away; left out it stays. */
  toulmin: ToulminName.nullable().optional(),
  /** Sources to add, and ids of sources to take away, in the same change. */
  add: z.array(SourceInput).max(12, 'Twelve sources are enough for one claim.').default([]),
  remove: z.array(z.uuid()).max(12).default([]),
})
export type EditClaim = z.output<typeof EditClaim>

export const ClaimId = z.object({ id: z.uuid() })
export type ClaimId = z.output<typeof ClaimId>

export const MoveClaim = z.object({
  id: z.uuid(),
  /** The claim that it speaks to now; null for the motion. */
  parentId: z.uuid().nullable(),
  relation: RelationName.optional(),
})
export type MoveClaim = z.output<typeof MoveClaim>

/** `id` says the same as `intoId`, which stays. */
export const MergeClaims = z.object({ id: z.uuid(), intoId: z.uuid() })
export type MergeClaims = z.output<typeof MergeClaims>

/** Both null: the judgement is taken back. */
export const JudgeClaim = z.object({
  id: z.uuid(),
  impact: z.int().min(0, 'Choose 0 to 4.').max(4, 'Choose 0 to 4.').nullable(),
  probability: z.int('Use a whole number.').min(0, 'Use 0 to 100.').max(100, 'Use 0 to 100.').nullable(),
})
export type JudgeClaim = z.output<typeof JudgeClaim>

/** Hides a claim from the class, or puts it back. */
export const ModerateClaim = z.discriminatedUnion('act', [
  z.object({
    id: z.uuid(),
    act: z.literal('HIDE'),
    /** Told to the claim's author. */
    reason: z.string().trim().min(1, 'Say why: the author reads it.').max(300, 'Use at most 300 characters.'),
  }),
  z.object({ id: z.uuid(), act: z.literal('SHOW') }),
])
export type ModerateClaim = z.output<typeof ModerateClaim>

/** Siblings that help only together. */
export const LinkClaims = z.object({
  ids: z.array(z.uuid()).min(2, 'Choose at least two claims.').max(12, 'Link at most twelve claims.'),
})
export type LinkClaims = z.output<typeof LinkClaims>

export const ReportClaim = z.object({
  id: z.uuid(),
  reason: z.string().trim().min(1, 'Say what is wrong with it.').max(600, 'Use at most 600 characters.'),
})
export type ReportClaim = z.output<typeof ReportClaim>

export const AddSource = z.object({ claimId: z.uuid(), source: SourceInput })
export type AddSource = z.output<typeof AddSource>

/** The id of a source. */
export const SourceId = z.object({ id: z.uuid() })
export type SourceId = z.output<typeof SourceId>

export type ClaimRef = {
  id: string
  debateId: string
  number: number
  /** The event that told of it; none where nothing changed. */
  seq?: number
}
export type SourceDto = {
  id: string
  kind: SourceKind
  label: string
  /** The reference as HTML, where its writer marked a title; else null. */
  html: string | null
  excerpt: string | null
  /** To the exact words; null where there is nothing to open. */
  href: string | null
}

/** A claim as everybody in the course sees it: nothing of it depends on who asks. */
export type ClaimFact = {
  id: string
  parentId: string | null
  number: number
  relation: Relation
  toulmin: ToulminName | null
  linkGroup: number | null
  authorId: string
  author: string
  staff: boolean
  text: string
  html: string
  at: string
  edited: boolean
  /** By the staff: `text` says so in place of the claim's words, and it has neither sources nor judgements. */
  hidden: boolean
  /** Whether it rests on something that can still be looked up; of a hidden one nobody asks. */
  sourced: boolean
  sources: SourceDto[]
  /** How many have judged it, and what they make of it once that are enough. */
  judges: number
  judged: Distribution | null
}

export type ClaimDto = ClaimFact & {
  depth: number
  /** The side it helps in the end. */
  helps: Side
  /** The number of the claim it speaks to; null for the motion. */
  parentNumber: number | null
}

/** A claim that is gone: deleted, or (`intoId`) merged into another. */
export type GoneClaim = { id: string; number: number; intoId: string | null }

/** What one member makes of the claims, by claim. */
export type OwnJudgements = Record<string, Judgement>

export type ArgumentDto = {
  /** The course's last event that it holds at least. */
  seq: number
  claims: ClaimFact[]
  merged: GoneClaim[]
  own: OwnJudgements
}

/** What the stream tells of claims: those that an event touched, as they are now. */
export type ClaimParcel = {
  scopeId: string
  subjectId: string
  number: number
  /** Who did it; null where that is nobody's business. */
  by: string | null
  restored?: true
  separated?: true
  claims: ClaimFact[]
  gone: GoneClaim[]
}

export type ClaimVersion = {
  text: string
  relation: Relation
  /** What it spoke to. */
  parentNumber: number | null
  by: string
  /** Since when. */
  at: string
}
export type ClaimHistory = {
  /** The newest first. */
  versions: ClaimVersion[]
  /** What was merged into it. */
  merged: { id: string; number: number; text: string; author: string; at: string }[]
  /** Of a hidden claim, for its author and the staff: its words, and why it was hidden. */
  hidden: { html: string; reason: string } | null
}

/** A claim that rests on words of a section, or on notes there. */
export type ClaimInSection = {
  id: string
  number: number
  debateId: string
  excerpt: string
  refs: { noteId: string | null; start: number | null; end: number | null }[]
}
export type DebateOfCourse = { id: string; slug: string; motion: string; open: boolean }
/** What the reader knows of debates: `seq` is the course's event that it holds at least. */
export type ClaimsHereDto = { seq: number; debates: DebateOfCourse[]; claims: ClaimInSection[] }
