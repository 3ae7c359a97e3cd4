import type { PollOptionDto, PollResult, Ranks } from '@/lib/polls/schema'
import type { Change } from '../rules/swing-totals'

/** Where a vote stands that the result needs. */
export type VoteHead = { slug: string; wave: string; state: 'UPCOMING' | 'OPEN' | 'CLOSED' }

/** A number that is null is not shown: it is that of one or two people, or would give theirs away. */
export type Flow = Record<string, Record<string, number | null>>

export type Outcome = Change & {
  /** Whether the same people are compared; else two votes whose voters cannot be told of singly. */
  linked: boolean
  words: { headline: string; lede: string }
  /** Of linked votes. */
  flow: Flow | null
  voters: number
}

export type RankingShift = {
  options: PollOptionDto[]
  before: { slug: string; wave: string; answer: string }
  after: { slug: string; wave: string; answer: string }
  moved: { voters: number; before: Ranks; after: Ranks; flow: Flow } | null
}

/**
 * `none`: the debate has no votes; `one`: only a first one; `open`: one of them is not closed; `few`: fewer than three
 * voted in one of them.
 */
export type ResultState = 'none' | 'one' | 'open' | 'few' | 'ready'

export type DebateResult = {
  slug: string
  motion: string
  state: ResultState
  before: VoteHead | null
  after: VoteHead | null
  options: PollOptionDto[]
  outcome: Outcome | null
  causes: PollResult['causes']
  /** What voters wrote, in no order of time and without receipts. */
  reasons: string[]
  ranking: RankingShift | null
}
