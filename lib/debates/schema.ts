import { z } from 'zod'
import { Slug } from '@/lib/courses/schema'
import type { ClaimDto } from './claims/schema'
import type { Side, Standing } from './rules/tree'

export * from './claims/schema'

const line = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`)
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)

export const Phase = z.object({
  name: line(120).min(1, 'Name the phase.'),
  minutes: z
    .int('Use whole minutes.')
    .min(1, 'A phase lasts at least a minute.')
    .max(20_160, 'Use at most 14 days.'),
  who: line(200).default(''),
  purpose: text(1000).default(''),
})
export type Phase = z.output<typeof Phase>

export const DebateRoleInput = z.object({
  membershipId: z.uuid(),
  side: z.enum(['FOR', 'AGAINST']).nullable().default(null),
  /** "P1", "O2", "chair", "juror". */
  label: line(60).min(1, 'Name the role.'),
})

const Turn = z.object({ speakerId: z.uuid(), role: line(60).default(''), words: text(10_000).min(1) })

/** Everything a debate starts with: the form sends part of it, the seminar's loader all of it. */
export const CreateDebate = z.object({
  courseId: z.uuid(),
  /** Made from the motion where it is not given. */
  slug: Slug.refine((s) => s !== 'new', 'Choose another address.').optional(),
  motion: line(600).min(1, 'Write the motion.'),
  alternatives: z.array(line(600).min(1)).max(20).default([]),
  /** Markdown. */
  background: text(20_000).default(''),
  /** Markdown. */
  rules: text(20_000).default(''),
  formatName: line(120).default(''),
  /** Markdown; the staff's alone. */
  chairNote: text(10_000).default(''),
  phases: z.array(Phase).max(40, 'A debate has at most 40 phases.').default([]),
  roles: z.array(DebateRoleInput).max(500).default([]),
  exchanges: z
    .array(z.object({ title: line(200).min(1), turns: z.array(Turn).min(1).max(200) }))
    .max(40)
    .default([]),
})
export type CreateDebate = z.output<typeof CreateDebate>

export const DebateId = z.object({ id: z.uuid() })
export type DebateId = z.output<typeof DebateId>

export type DebateRef = { id: string; slug: string }
export type TurnDto = { speaker: string; role: string; side: Side | null; html: string }
export type ExchangeDto = { title: string; turns: TurnDto[] }
export type RoleDto = { name: string; side: Side | null; label: string; mine: boolean }
export type VoteDto = {
  slug: string
  href: string
  question: string
  wave: string
  state: 'UPCOMING' | 'OPEN' | 'CLOSED'
  opensAt: string
  closedAt: string | null
}

export type DebateSummary = {
  id: string
  slug: string
  motion: string
  formatName: string
  at: string
  closedAt: string | null
  standing: Standing
}

export type DebatePage = {
  id: string
  slug: string
  courseId: string
  motion: string
  alternatives: string[]
  formatName: string
  backgroundHtml: string
  rulesHtml: string
  /** Empty for everyone but the staff. */
  chairNoteHtml: string
  at: string
  closedAt: string | null
  /** In reading order. */
  claims: ClaimDto[]
  standing: Standing
  phases: Phase[]
  roles: RoleDto[]
  exchanges: ExchangeDto[]
  votes: VoteDto[]
  can: { manage: boolean; add: boolean }
}
