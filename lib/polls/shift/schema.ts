import type { PairMoves } from '../rules/pair-moves'
import type { Shifts } from '../rules/shifts'
import type { PollMethodName, PollOptionDto, PollPage, PollResult } from '../schema'

export type ShiftWave = { slug: string; wave: string; closedAt: string; ballots: number }
/** A question whose closed waves asked the same, in the order of their close: neighbours are compared. */
export type ShiftSeries = {
  /** The slug of its first wave. */
  id: string
  title: string
  debateId: string | null
  waves: ShiftWave[]
}

export type ShiftPage = {
  series: ShiftSeries[]
  chosen: { series: string; from: ShiftWave; to: ShiftWave } | null
  method: PollMethodName
  options: PollOptionDto[]
  /** First choices of those who voted both times; null where so few did, or where it would tell of one or two. */
  moved: PollPage['moved']
  pairs: PairMoves | null
  /** For points: means, and how many went up or down. */
  shifts: Shifts | null
  /** What the later ballots name as what moved their voters. */
  causes: PollResult['causes']
  /** In the voters' words, in no order of time. */
  reasons: string[]
}
