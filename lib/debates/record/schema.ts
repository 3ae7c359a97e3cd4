import type { ResultState } from '../result/schema'
import type { Side } from '../rules/seats'
import type { Change } from '../rules/swing-totals'
import type { ExchangeDto, RoleDto } from '../schema'

export type RecordClaim = {
  number: number
  text: string
  author: string
  side: Side
  /** The number of the claim that it speaks to; null for the motion. */
  to: number | null
  relation: 'SUPPORTS' | 'OPPOSES' | 'UNDERCUTS'
  at: string
}

export type RecordStatement = {
  number: number
  speaker: string
  label: string
  side: Side | null
  /** Whoever noted it, where that was not its speaker. */
  notedBy: string | null
  text: string
  claim: number | null
  at: string
}

export type RecordRun = {
  /** Which run of the session it was; null for what happened outside of any. */
  number: number | null
  name: string
  who: string
  planned: number | null
  startedAt: string | null
  endedAt: string | null
  extendedMinutes: number
  pausedMinutes: number
  statements: RecordStatement[]
  claims: RecordClaim[]
}

export type VoteTotal = {
  slug: string
  question: string
  wave: string
  closedAt: string | null
  /** The answer as a sentence; null while it is not told. */
  answer: string | null
  /** How often each option was chosen first; null while it is not told, and for other ballots. */
  counts: { label: string; n: number }[] | null
  ballots: number | null
}

export type DebateRecord = {
  slug: string
  motion: string
  formatName: string
  at: string
  closedAt: string | null
  lotSeed: string | null
  roles: RoleDto[]
  runs: RecordRun[]
  exchanges: ExchangeDto[]
  votes: VoteTotal[]
  result: { state: ResultState; words: { headline: string; lede: string } | null; change: Change | null }
  claimTotal: number
}
