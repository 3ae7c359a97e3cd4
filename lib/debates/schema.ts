import { z } from 'zod'
import type { ClaimDto, GoneClaim, OwnJudgements } from './claims/schema'
import type { Side, Standing } from './rules/tree'
import type { Part, SideChoice } from './set-up/roles'
import type { PhaseDto } from './set-up/schema'

export * from './citing/schema'
export * from './claims/schema'
export * from './set-up/schema'

export const DebateId = z.object({ id: z.uuid() })
export type DebateId = z.output<typeof DebateId>

export type DebateRef = { id: string; slug: string }
export type TurnDto = { speaker: string; role: string; side: Side | null; html: string }
export type ExchangeDto = { title: string; turns: TurnDto[] }
export type RoleDto = { name: string; side: Side | null; label: string; part: Part; mine: boolean }
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
  /** Claims that others carry on. */
  merged: GoneClaim[]
  /** The reader's own judgements of the claims. */
  judgements: OwnJudgements
  standing: Standing
  phases: PhaseDto[]
  sideChoice: SideChoice
  /** Its session has begun. */
  begun: boolean
  /** When a written debate begins by itself. */
  startsAt: string | null
  roles: RoleDto[]
  exchanges: ExchangeDto[]
  votes: VoteDto[]
  can: { manage: boolean; add: boolean; judge: boolean; merge: boolean; take: boolean }
}
