import { z } from 'zod'

/** What participation is made of; rules/participation.ts says how each is measured. */
export const COMPONENTS = [
  'notes',
  'replies',
  'helpfulness',
  'reading',
  'claims',
  'votes',
  'reviews',
] as const
export type Component = (typeof COMPONENTS)[number]

const Part = z.object({
  component: z.enum(COMPONENTS),
  /** Points of the mark, in whole numbers; all parts together give 100. */
  weight: z.int('Use whole points.').min(1, 'Give it a point at least.').max(100),
  /** How much earns all of the points: different words, members, sections, votes or reviews. */
  target: z.int('Use a whole number.').min(1, 'Ask for one at least.').max(100_000),
})
export type Part = z.output<typeof Part>

export const Formula = z
  .array(Part)
  .min(1, 'Choose at least one part.')
  .refine(
    (parts) => new Set(parts.map((p) => p.component)).size === parts.length,
    'A part stands there twice.',
  )
  .refine(
    (parts) => parts.reduce((sum, p) => sum + p.weight, 0) === 100,
    'The points of all parts must add up to 100.',
  )
export type Formula = z.output<typeof Formula>

export const SetScheme = z.object({
  courseId: z.uuid(),
  formula: Formula,
  /** Published: students see the formula and where they stand. */
  publish: z.boolean().default(true),
  /** The scheme's revision that the page shows; 0 where there is none yet. */
  revision: z.int().min(0),
})
export type SetScheme = z.output<typeof SetScheme>

/** One thing that somebody did and that counts: what the marks are made from, and what the log lists. */
export type Contribution = {
  memberId: string
  component: Component
  at: string
  /** The note, claim, section, poll or review. */
  subjectId: string
  /** Of notes, replies and claims: what was written. */
  text?: string
  /** Of helpfulness: a number for who found it helpful, the same for the same person within one export. */
  by?: number
}

/** `value` is measured, `points` earned, in hundredths of a point. */
export type ComponentMark = Part & { value: number; centipoints: number }
/** Hundredths of a point, out of 10,000. */
export type Participation = { components: ComponentMark[]; centipoints: number }

export type Scheme = { formula: Formula; revision: number; published: boolean }

/** Marks out of 100; `released` is what the student has been told, override included. */
export type ParticipationTable = {
  scheme: Scheme | null
  rows: {
    memberId: string
    name: string
    group: string | null
    now: Participation | null
    override: number | null
    overrideReason: string
    released: number | null
  }[]
}

/** A contribution as a list shows it: what it was, and a link to it where there is one. */
export type Described = Omit<Contribution, 'memberId' | 'by'> & { title: string; href: string | null }

export type MyParticipation = {
  now: Participation
  released: { mark: number; reason: string; at: string } | null
  contributions: Described[]
}

const points = (most: number) =>
  z
    .number('Write a number.')
    .min(0, 'A mark is at least 0.')
    .max(most, `A mark is at most ${most.toLocaleString('en')}.`)
    .multipleOf(0.01, 'Use at most two decimals.')

export const GiveGrade = z.object({
  critiqueId: z.uuid(),
  /** Levels by the criterion's id. */
  levels: z.record(z.uuid(), z.int().min(0).max(10)),
  comment: z.string().trim().max(10_000, 'Use at most 10,000 characters.').default(''),
})
export type GiveGrade = z.output<typeof GiveGrade>

const Reason = z.string().trim().max(600, 'Use at most 600 characters.')

export const OverrideGrade = z
  .object({ critiqueId: z.uuid(), mark: points(10_000).nullable(), reason: Reason.default('') })
  .refine((o) => o.mark === null || o.reason.length > 0, {
    path: ['reason'],
    message: 'Say why: the log keeps it.',
  })
export type OverrideGrade = z.output<typeof OverrideGrade>

export const OverrideParticipation = z
  .object({ membershipId: z.uuid(), mark: points(100).nullable(), reason: Reason.default('') })
  .refine((o) => o.mark === null || o.reason.length > 0, {
    path: ['reason'],
    message: 'Say why: the log keeps it.',
  })
export type OverrideParticipation = z.output<typeof OverrideParticipation>

/** All of the course, or one of its groups. */
const To = z.object({ groupId: z.uuid().nullable().default(null) })
export const ReleaseGrades = To.extend({ assignmentId: z.uuid() })
export type ReleaseGrades = z.output<typeof ReleaseGrades>
export const ReleaseParticipation = To.extend({ courseId: z.uuid() })
export type ReleaseParticipation = z.output<typeof ReleaseParticipation>

/** A critique's grade; `mark` is what counts, out of the assignment's points. */
export type GradeDto = {
  points: number | null
  levels: Record<string, number>
  comment: string
  /** What lateness leaves of the points, and how many days late it was. */
  factor: number
  daysLate: number
  override: number | null
  overrideReason: string
  mark: number | null
  releasedAt: string | null
}

export type GradeCriterion = {
  id: string
  name: string
  weight: number
  levels: { level: number; name: string; descriptor: string }[]
  choices: number[]
  top: number
}

export type GradingSheet = {
  id: string
  slug: string
  title: string
  outOf: number
  gradesReleasedAt: string | null
  groups: { id: string; name: string }[]
  rows: {
    critiqueId: string
    author: string
    group: string | null
    template: string
    submission: number
    /** What its reviewers gave, as points out of the assignment's; calibrated where there are examples. Null without reviews. */
    peers: { raw: number; calibrated: number; reviews: number } | null
    criteria: GradeCriterion[]
    grade: GradeDto
  }[]
}

export type MyGrade = {
  critiqueId: string
  assignmentId: string
  slug: string
  title: string
  outOf: number
  grade: Omit<GradeDto, 'comment'>
  commentHtml: string
  criteria: GradeCriterion[]
}

export type Gradebook = {
  assignments: { id: string; slug: string; title: string; outOf: number }[]
  groups: { id: string; name: string }[]
  scheme: Scheme | null
  /** `marks` in the order of the assignments; null where nothing was handed in. */
  students: (ParticipationTable['rows'][number] & {
    marks: ({ critiqueId: string; mark: number | null; released: boolean } | null)[]
  })[]
}

/** A line of a file that would change a mark, or why it cannot. */
export type ImportedMark = {
  line: number
  name: string
  item: string
  memberId: string
  /** The critique whose mark it is; null for participation. */
  critiqueId: string | null
  from: number | null
  to: number
}
export type MarksPreview = {
  changes: ImportedMark[]
  problems: { line: number; message: string }[]
  unchanged: number
}

export const MarksFile = z.object({
  courseId: z.uuid(),
  name: z.string().trim().min(1).max(200),
  text: z.string().min(1, 'The file is empty.').max(2_000_000, 'The file is too large.'),
})
export type MarksFile = z.output<typeof MarksFile>
