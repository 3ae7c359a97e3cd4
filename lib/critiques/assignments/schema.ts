import { z } from 'zod'
import { line, prose } from '../text/schema'

export const REVIEW_MODES = ['DOUBLE_BLIND', 'SINGLE_BLIND', 'OPEN'] as const
export type ReviewMode = (typeof REVIEW_MODES)[number]

const whole = (least: number, most: number, message: string) =>
  z.int(message).min(least, message).max(most, message)

/** What follows a due time, and how the reviews are set up. */
const rules = {
  graceMinutes: whole(0, 1440, 'A grace is 0 to 1,440 minutes.').default(0),
  penaltyPerDay: whole(0, 100, 'A day costs 0 to 100 per cent.').default(0),
  lateDays: whole(0, 60, 'It closes 0 to 60 days after it was due.').default(0),
  outOf: whole(1, 1000, 'Marks are given out of 1 to 1,000 points.').default(100),
  reviewMode: z.enum(REVIEW_MODES).default('DOUBLE_BLIND'),
  reviewsEach: whole(0, 20, 'Ask for 0 to 20 reviews of each critique.').default(2),
}

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
  reviewsDueAt: z.date().nullable().default(null),
  ...rules,
  /** The templates that may be used; none: all that the course has. */
  templateIds: z.array(z.uuid()).max(100).default([]),
})
export type NewAssignment = z.output<typeof NewAssignment>

/** A day and an hour on the course's clocks, or nothing. */
const onClocks = z.union([
  z.literal(''),
  z.iso.datetime({ local: true, message: 'Choose a day and an hour.' }),
])

/** An assignment as its form sends it: a new one, or a change of `id`. */
export const SetAssignment = z.object({
  courseId: z.uuid(),
  id: z.uuid().optional(),
  title: line(200, 'Give it a title.'),
  brief: prose(20_000, 'Use at most 20,000 characters.').default(''),
  due: onClocks,
  reviewsDue: onClocks.default(''),
  ...rules,
  templateIds: z.array(z.uuid()).max(100).default([]),
})
export type SetAssignment = z.output<typeof SetAssignment>

export const GiveExtension = z.object({
  assignmentId: z.uuid(),
  membershipId: z.uuid('Choose a student.'),
  /** On the course's clocks. */
  due: z.iso.datetime({ local: true, message: 'Choose a day and an hour.' }),
  reason: prose(500, 'Use at most 500 characters.').default(''),
})
export type GiveExtension = z.output<typeof GiveExtension>

export const TakeBackExtension = z.object({ assignmentId: z.uuid(), membershipId: z.uuid() })
export type TakeBackExtension = z.output<typeof TakeBackExtension>

export type ExtensionDto = {
  membershipId: string
  name: string
  dueAt: string
  reason: string
  givenAt: string
}

/** An assignment as its form shows it. */
export type AssignmentForm = {
  id: string
  slug: string
  title: string
  brief: string
  due: string
  reviewsDue: string
  graceMinutes: number
  penaltyPerDay: number
  lateDays: number
  outOf: number
  reviewMode: ReviewMode
  reviewsEach: number
  templateIds: string[]
  /** How many have submitted: what it then holds to is in rules/changes.ts. */
  submitted: number
}

export type AssignmentSetUp = {
  assignment: AssignmentForm | null
  templates: { id: string; title: string; archived: boolean }[]
  extensions: ExtensionDto[]
  students: { id: string; name: string }[]
}
