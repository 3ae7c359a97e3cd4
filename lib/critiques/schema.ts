import { z } from 'zod'

const MAX_ANSWER = 20_000
const MAX_COMMENT = 10_000

/** PostgreSQL takes neither NUL nor half a surrogate pair; nobody means to write them. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '')

const line = (max: number) =>
  z.string().transform(clean).pipe(z.string().trim().min(1, 'Write something first.').max(max))
const prose = (max: number, message?: string) => z.string().max(max, message).transform(clean)

const Code = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,19}$/, 'A code is a letter, then letters, digits or hyphens.')
const WordLimit = z.int().min(1, 'Allow at least one word.').max(20_000)

const NewField = z.object({ code: Code, title: line(200), prompt: line(2000), wordLimit: WordLimit })

const Level = z.object({ level: z.int().min(1).max(4), name: line(60), descriptor: prose(1000) })
export type Level = z.output<typeof Level>

/** `description` is for a rubric without levels: what the criterion asks, met in full. */
const NewCriterion = z.object({
  name: line(120),
  weight: z.int().min(1).max(1000),
  levels: z.array(Level).max(4).default([]),
  description: prose(1000).optional(),
})

const Example = z.object({
  title: line(200).optional(),
  intro: prose(4000).optional(),
  fields: z.record(Code, prose(MAX_ANSWER)),
})

const distinct = (codes: string[]): boolean => new Set(codes).size === codes.length

export const NewTemplate = z
  .object({
    courseId: z.uuid(),
    code: Code,
    title: line(200),
    intro: prose(4000).default(''),
    wordLimit: WordLimit,
    fields: z.array(NewField).min(1, 'A template needs a field.').max(40),
    criteria: z.array(NewCriterion).max(20).default([]),
    example: Example.optional(),
  })
  .refine((t) => distinct(t.fields.map((f) => f.code)), {
    path: ['fields'],
    message: 'Two fields have one code.',
  })
  .refine((t) => Object.keys(t.example?.fields ?? {}).every((c) => t.fields.some((f) => f.code === c)), {
    path: ['example'],
    message: 'The example answers a field that the template does not have.',
  })
export type NewTemplate = z.output<typeof NewTemplate>

export const NewAssignment = z.object({
  courseId: z.uuid(),
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: line(200),
  brief: prose(20_000).default(''),
  /** Null: open for as long as the course is. */
  dueAt: z.date().nullable().default(null),
})
export type NewAssignment = z.output<typeof NewAssignment>

/** An assignment as the form sends it: the day and hour are those of the course's clocks. */
export const SetAssignment = z.object({
  courseId: z.uuid(),
  title: line(200),
  brief: prose(20_000).default(''),
  due: z.union([z.literal(''), z.iso.datetime({ local: true, message: 'Choose a day and an hour.' })]),
})
export type SetAssignment = z.output<typeof SetAssignment>

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

export const SubmitReview = z.object({
  critiqueId: z.uuid(),
  /** Levels by the criterion's id. */
  levels: z.record(z.uuid(), z.int().min(1).max(4)),
  comment: line(MAX_COMMENT),
})
export type SubmitReview = z.output<typeof SubmitReview>

/** A review entered by staff in its reviewer's name (the loader, a paper form). No route or action takes it. */
export const RecordReview = SubmitReview.extend({ reviewerId: z.uuid() })
export type RecordReview = z.output<typeof RecordReview>

export const ReleaseReviews = z.object({ assignmentId: z.uuid() })
export type ReleaseReviews = z.output<typeof ReleaseReviews>

export const Respond = z.object({ id: z.uuid(), text: line(MAX_COMMENT) })
export type Respond = z.output<typeof Respond>

export type Saved = { revision: number; savedAt: string }
export type DraftText = Saved & { answers: Record<string, string> }
export type SubmissionPart = { fieldId: string; code: string; title: string; text: string }

export type TemplateDto = {
  id: string
  code: string
  title: string
  intro: string
  wordLimit: number
  fields: { code: string; title: string; prompt: string; wordLimit: number }[]
  criteria: { id: string; name: string; weight: number; levels: Level[] }[]
  outOf: number
  example: {
    title: string
    intro: string
    fields: { code: string; title: string; html: string; words: number }[]
  } | null
}

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
  reviews: number
  released: number
}

export type AssignmentHead = {
  id: string
  slug: string
  title: string
  briefHtml: string
  dueAt: string | null
  open: boolean
}
export type AssignmentSummary = AssignmentHead & { own: Own | null; handed: Handed[] | null }

export type CritiquesRoom = {
  assignments: AssignmentSummary[]
  templates: number
  students: number
  /** Critiques that the viewer reviewed: without their authors. */
  reviewed: { id: string; assignment: string; slug: string; template: string }[]
  can: { start: boolean; manage: boolean }
}

export type AssignmentPage = {
  assignment: AssignmentHead
  templates: TemplateDto[]
  own: Own | null
  can: { start: boolean; manage: boolean }
}

export type WritePage = {
  id: string
  assignment: AssignmentHead
  template: TemplateDto
  draft: DraftText
  submitted: { number: number; at: string } | null
}

/** To the author, a review has no reviewer, no id and no time: each could tell who wrote it. */
export type ReviewDto = {
  key: string
  reviewer: string
  html: string
  levels: Record<string, number>
  total: number
  released: boolean
  at: string | null
}

export type CritiquePage = {
  id: string
  assignment: AssignmentHead
  template: TemplateDto
  /** Null to another student who reviews it. */
  author: string | null
  viewer: 'AUTHOR' | 'STAFF' | 'REVIEWER'
  state: OwnState
  /** The submission that is shown, and all there are; none while it is a draft or withdrawn to everyone else. */
  shown: {
    number: number
    at: string
    words: number
    fields: { code: string; title: string; html: string }[]
  } | null
  submissions: { number: number; at: string; words: number }[]
  reviews: ReviewDto[]
  responseHtml: string
  response: string
  /** The viewer's own review, for writing on. */
  mine: { levels: Record<string, number>; comment: string; released: boolean } | null
  can: { write: boolean; withdraw: boolean; review: boolean; respond: boolean }
}
