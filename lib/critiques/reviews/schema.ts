import { z } from 'zod'
import { line, prose } from '../text/schema'

const MAX_COMMENT = 10_000
const MAX_REMARKS = 100

const Level = z.int().min(0).max(10)
const Reason = line(500, 'Say why, in a few words.')

/** A comment on words of the critique: a text-quote and a text-position selector into the text of one field. */
export const Remark = z
  .object({
    fieldCode: z.string().min(1).max(20),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: prose(2000),
    prefix: prose(64).default(''),
    suffix: prose(64).default(''),
    text: prose(4000),
  })
  .refine((r) => r.end > r.start, { message: 'A remark needs words to be about.' })
export type Remark = z.output<typeof Remark>
export const Remarks = z.array(Remark).max(MAX_REMARKS, 'That is more remarks than anybody reads.')

const OfAssignment = z.object({ assignmentId: z.uuid() })
/** A critique as its reviewer knows it (rules/blind.ts). */
export const Task = OfAssignment.extend({ key: z.string().regex(/^[0-9a-f]{16}$/) })
/** Who reviews what, as staff name it. */
export const Pair = z.object({ critiqueId: z.uuid(), reviewerId: z.uuid() })

export const Allocate = OfAssignment.extend({
  seed: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,40}$/, 'A seed is letters, digits and hyphens.'),
  /** Draws anew what nobody has begun. */
  anew: z.boolean().default(false),
  /** Students who submitted nothing review too. */
  everyone: z.boolean().default(false),
})
export type Allocate = z.output<typeof Allocate>

export const Reassign = Pair.extend({ toId: z.uuid() })
export type Pair = z.output<typeof Pair>
export type Reassign = z.output<typeof Reassign>

export const AddConflict = z.object({
  courseId: z.uuid(),
  aId: z.uuid(),
  bId: z.uuid(),
  reason: prose(500).default(''),
})
export type AddConflict = z.output<typeof AddConflict>
export const RemoveConflict = z.object({ id: z.uuid() })
export type RemoveConflict = z.output<typeof RemoveConflict>
/** By a reviewer, about a critique that they are shown. */
export const DeclareConflict = Task.extend({ reason: prose(500).default('') })
export type DeclareConflict = z.output<typeof DeclareConflict>

/**
 * What changed of a review's draft, as texts by name: `comment`, `remarks` (JSON), and for each criterion's id
 * `level <id>` (a number or nothing) and `words <id>`. The route has the assignment and the key.
 */
export const SaveReviewDraft = Task.extend({
  revision: z.int().min(0),
  answers: z.record(z.string().max(60), prose(200_000)),
})
export type SaveReviewDraft = z.output<typeof SaveReviewDraft>

export const SubmitReview = Task.extend({ revision: z.int().min(0) })
export type SubmitReview = z.output<typeof SubmitReview>
export type Task = z.output<typeof Task>

/** A whole review in its reviewer's name, entered by staff (the loader, a paper form). No route or action takes it. */
export const RecordReview = Pair.extend({
  levels: z.record(z.uuid(), Level),
  comments: z.record(z.uuid(), prose(MAX_COMMENT)).default({}),
  comment: line(MAX_COMMENT),
  remarks: Remarks.default([]),
})
export type RecordReview = z.output<typeof RecordReview>

export const ReleaseReviews = OfAssignment
export type ReleaseReviews = z.output<typeof ReleaseReviews>

export const Respond = z.object({ id: z.uuid(), text: line(MAX_COMMENT) })
export type Respond = z.output<typeof Respond>

/** To one review, by the author, who knows it by its blind key alone; empty takes the reply back. */
export const ReplyToReview = z.object({
  critiqueId: z.uuid(),
  key: z.string().regex(/^[0-9a-f]{16}$/),
  text: prose(MAX_COMMENT),
})
export type ReplyToReview = z.output<typeof ReplyToReview>

/** By the author, who knows a review by its blind key alone. */
export const RateReview = z.object({
  critiqueId: z.uuid(),
  key: z.string().regex(/^[0-9a-f]{16}$/),
  value: z.int('Choose a number from 1 to 5.').min(1, 'Choose a number from 1 to 5.').max(5),
  comment: prose(2000).default(''),
})
export type RateReview = z.output<typeof RateReview>

export const HideReview = Pair.extend({ reason: Reason })
export type HideReview = z.output<typeof HideReview>

export const AddExample = OfAssignment.extend({
  templateId: z.uuid(),
  title: line(120),
  /** Texts by the field's code, or a critique of the course to take them from. */
  texts: z.record(z.string().max(20), prose(20_000)).default({}),
  critiqueId: z.uuid().nullable().default(null),
  levels: z.record(z.uuid(), Level),
  comment: prose(MAX_COMMENT).default(''),
})
export type AddExample = z.output<typeof AddExample>
export const RemoveExample = z.object({ id: z.uuid() })
export type RemoveExample = z.output<typeof RemoveExample>
export const ScoreExample = z.object({ id: z.uuid(), levels: z.record(z.uuid(), Level) })
export type ScoreExample = z.output<typeof ScoreExample>
