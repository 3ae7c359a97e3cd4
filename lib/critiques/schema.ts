import { z } from 'zod'
import type { ReviewMode } from './assignments/schema'
import type { ReceivedReview, Reviewing } from './reviews/dto'
import type { FieldChange } from './rules/compare'
import type { Lateness } from './rules/late'
import { Code, type FieldKind, MAX_ANSWER, type TemplateDto } from './templates/schema'
import { prose } from './text/schema'

export * from './assignments/schema'
export * from './templates/schema'

export const StartCritique = z.object({ assignmentId: z.uuid(), templateId: z.uuid() })
export type StartCritique = z.output<typeof StartCritique>

/** Texts by the field's code. Only what differs from what is stored is written. */
export const SaveAnswers = z.object({
  id: z.uuid(),
  revision: z.int().min(0),
  answers: z.record(Code, prose(MAX_ANSWER, 'A field holds at most 20,000 characters.')),
})
export type SaveAnswers = z.output<typeof SaveAnswers>

/** `revision`: what the author saw when handing in, so that a stale window cannot hand in what it does not show. */
export const SubmitCritique = z.object({ id: z.uuid(), revision: z.int().min(0) })
export type SubmitCritique = z.output<typeof SubmitCritique>

export const CritiqueId = z.object({ id: z.uuid() })
export type CritiqueId = z.output<typeof CritiqueId>

export type Saved = { revision: number; savedAt: string }
export type DraftText = Saved & { answers: Record<string, string> }
/** Frozen as it was handed in; without a kind it is prose. */
export type SubmissionPart = { fieldId: string; code: string; title: string; text: string; kind?: FieldKind }

/** `CHANGED`: handed in, and written on since. */
export type OwnState = 'DRAFT' | 'SUBMITTED' | 'CHANGED'
export type Own = {
  id: string
  state: OwnState
  template: string
  words: number
  wordLimit: number
  savedAt: string
  submittedAt: string | null
  /** Released ones alone: how many there are besides is not the author's to know. */
  reviews: number
}

/** What the staff see of a critique that was handed in. */
export type Handed = {
  id: string
  author: string
  template: string
  words: number
  number: number
  submittedAt: string
  lateness: Lateness
  reviews: number
  released: number
}

export type AssignmentHead = {
  id: string
  slug: string
  title: string
  briefHtml: string
  dueAt: string | null
  /** The viewer's own later deadline. Nobody else's is ever here. */
  extendedTo: string | null
  /** The last moment at which the viewer's is taken. */
  closesAt: string | null
  /** What handing in now would be. */
  lateness: Lateness
  rule: { graceMinutes: number; penaltyPerDay: number; lateDays: number }
  reviewMode: ReviewMode
  /** Whether the viewer's is still taken, late or not. */
  open: boolean
}
export type AssignmentSummary = AssignmentHead & {
  own: Own | null
  handed: Handed[] | null
  reviewing: Reviewing | null
}

export type CritiquesRoom = {
  assignments: AssignmentSummary[]
  templates: number
  students: number
  can: { start: boolean; manage: boolean }
}

export type AssignmentPage = {
  assignment: AssignmentHead
  templates: TemplateDto[]
  own: Own | null
  reviewing: Reviewing | null
  can: { start: boolean; manage: boolean }
}

export type WritePage = {
  id: string
  assignment: AssignmentHead
  template: TemplateDto
  draft: DraftText
  submitted: { number: number; at: string } | null
}

export type ComparePage = {
  id: string
  assignment: { slug: string; title: string }
  /** Null to the author. */
  author: string | null
  /** `at` is null for the draft, which only its author has here. */
  versions: { key: string; label: string; at: string | null }[]
  from: string
  to: string
  fields: FieldChange[]
  tally: { added: number; removed: number }
}

export type SubmissionHead = {
  number: number
  at: string
  words: number
  lateness: Lateness
  withdrawn: boolean
}

export type CritiquePage = {
  id: string
  assignment: AssignmentHead
  template: TemplateDto
  author: string
  viewer: 'AUTHOR' | 'STAFF'
  state: OwnState
  /** The submission that is shown, and all there are; none while it is a draft or withdrawn to everyone else. */
  shown: {
    number: number
    at: string
    words: number
    fields: { code: string; title: string; html: string }[]
  } | null
  submissions: SubmissionHead[]
  reviews: ReceivedReview[]
  responseHtml: string
  response: string
  can: { write: boolean; withdraw: boolean; respond: boolean }
}
