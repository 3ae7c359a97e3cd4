import { z } from 'zod'
import { Slug } from '@/lib/courses/schema'
import { PARTS, PHASE_KINDS, SIDE_CHOICES } from './roles'

const line = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`)
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)

const Token = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,29}$/u,
    'Name roles such as P1, or FOR, AGAINST, JURORS, CHAIR, ALL.',
  )

export const Phase = z.object({
  name: line(120).min(1, 'Name the phase.'),
  minutes: z
    .int('Use whole minutes.')
    .min(1, 'A phase lasts at least a minute.')
    .max(20_160, 'Use at most 14 days.'),
  who: line(200).default(''),
  purpose: text(1000).default(''),
  kind: z.enum(PHASE_KINDS).default('DISCUSSION'),
  /** Who may speak: labels of roles, FOR, AGAINST, JURORS, CHAIR or ALL. */
  speakers: z.array(Token).max(24, 'Name at most 24 who speak.').default([]),
  /** The one thing that a student's screen asks for. */
  asks: line(240).default(''),
})
export type Phase = z.output<typeof Phase>

const Phases = z.array(Phase).max(40, 'A debate has at most 40 phases.')

const RoleInput = z.object({
  membershipId: z.uuid(),
  side: z.enum(['FOR', 'AGAINST']).nullable().default(null),
  /** "P1", "O2", "chair", "juror". */
  label: line(60).min(1, 'Name the role.'),
  /** Follows from the label where it is left out. */
  part: z.enum(PARTS).optional(),
})
export type RoleInput = z.output<typeof RoleInput>
const Roles = z.array(RoleInput).max(500, 'A debate has at most 500 roles.')

const Turn = z.object({ speakerId: z.uuid(), role: line(60).default(''), words: text(10_000).min(1) })

const SETTINGS = {
  motion: line(600).min(1, 'Write the motion.'),
  alternatives: z.array(line(600).min(1)).max(20).default([]),
  /** Markdown. */
  background: text(20_000).default(''),
  /** Markdown. */
  rules: text(20_000).default(''),
  formatName: line(120).default(''),
  /** Markdown; the staff's alone. */
  chairNote: text(10_000).default(''),
  sideChoice: z.enum(SIDE_CHOICES).default('ASSIGNED'),
  /** Its vote phases also ask for a ranking of the course's explanations. */
  ranksExplanations: z.boolean().default(false),
  /** When a written debate begins by itself; null: when somebody begins it. */
  startsAt: z.coerce.date().nullable().default(null),
}

/** Everything a debate starts with: the form sends part of it, the seminar's loader all of it. */
export const CreateDebate = z.object({
  courseId: z.uuid(),
  /** Made from the motion where it is not given. */
  slug: Slug.refine((s) => s !== 'new', 'Choose another address.').optional(),
  ...SETTINGS,
  phases: Phases.default([]),
  roles: Roles.default([]),
  exchanges: z
    .array(z.object({ title: line(200).min(1), turns: z.array(Turn).min(1).max(200) }))
    .max(40)
    .default([]),
})
export type CreateDebate = z.output<typeof CreateDebate>

/** All of what may be changed, as it shall be. */
export const ChangeDebate = z.object({
  id: z.uuid(),
  /** What the form was filled from (`DebateSettings.mark`); another mark: somebody else changed it first. */
  mark: z.string().max(100),
  ...SETTINGS,
  phases: z.array(Phase.extend({ id: z.uuid().optional() })).max(40, 'A debate has at most 40 phases.'),
})
export type ChangeDebate = z.output<typeof ChangeDebate>

/** Who has which role, all of them. */
export const AssignRoles = z.object({ debateId: z.uuid(), roles: Roles })
export type AssignRoles = z.output<typeof AssignRoles>

/** A student takes a side, or gives it up. */
export const TakeSide = z.object({ debateId: z.uuid(), side: z.enum(['FOR', 'AGAINST']).nullable() })
export type TakeSide = z.output<typeof TakeSide>

export const DrawLot = z.object({
  debateId: z.uuid(),
  /** Anything that nobody can choose to their liking; made by the server where it is left out. */
  seed: z
    .string()
    .trim()
    .max(80, 'Use at most 80 characters.')
    .optional()
    .transform((seed) => seed || undefined),
  /** Everybody gets a side; otherwise the speakers alone, and the rest are jurors. */
  everybody: z.boolean().default(false),
  /** Each group of the course is divided evenly too. */
  byGroup: z.boolean().default(false),
})
export type DrawLot = z.input<typeof DrawLot>

export type PhaseDto = Phase & { id: string }

/** What the form of a debate is filled from. */
export type DebateSettings = Omit<ChangeDebate, 'phases' | 'startsAt'> & {
  slug: string
  startsAt: string | null
  /** `held`: it has been run, or comes before one that has: it stays as it is. */
  phases: (PhaseDto & { held: boolean })[]
  closed: boolean
  begun: boolean
}

/** A way to hold a debate that the form can begin from. */
export type StartFrom = { name: string; rules: string; phases: Phase[]; formatName: string }

export type Lot = {
  everybody: boolean
  byGroup: boolean
  seats: { FOR: string[]; AGAINST: string[] }
  members: { id: string; group: string | null }[]
}

export type SeatDto = {
  membershipId: string
  name: string
  group: string | null
  side: 'FOR' | 'AGAINST' | null
  label: string
  part: (typeof PARTS)[number]
}

/** Everybody who may have a role, with the one they have. */
export type RoleSheet = {
  debateId: string
  seats: (Omit<SeatDto, 'label' | 'part'> & {
    label: string
    part: SeatDto['part'] | null
    student: boolean
  })[]
}

/** How the lot fell, with all that drawing it again needs. */
export type LotDto = { seed: string; lot: Lot; names: Record<string, string>; now: Record<string, string> }
