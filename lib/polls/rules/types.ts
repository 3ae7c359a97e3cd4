/** Tiers, best first; options in one tier are tied. `count` identical ballots, 1 by default. */
export type RankedBallot = { ranking: string[][]; count?: number }

/** 0 to 5; a missing option scores 0. Approval uses 0 or 1. `count` identical ballots, 1 by default. */
export type ScoreBallot = { scores: Record<string, number>; count?: number }

export type Method =
  | 'plurality'
  | 'approval'
  | 'score'
  | 'star'
  | 'borda'
  | 'irv'
  | 'copeland'
  | 'minimax'
  | 'schulze'
  | 'ranked-pairs'
  | 'kemeny'

export type TallyOptions = {
  /**
   * How strong a defeat is (minimax, schulze, ranked-pairs): votes for, votes for less votes against, or
   * votes for over votes against (Infinity when there are none against). Default 'winning'.
   */
  strength?: 'winning' | 'margins' | 'ratio'
  /**
   * Options that a ballot leaves out: tied below those it ranks, or compared with nothing at all.
   * Default 'last'. Plurality and irv look only at what a ballot ranks, so it is all one to them.
   */
  unranked?: 'last' | 'ignored'
}

export type Tally = {
  method: Method
  /** Every tied winner, in the order of `options`; the first tier of `ranking`. */
  winners: string[]
  /**
   * Tiers, best first, each in the order of `options`. irv: by round of elimination, the last one out first.
   */
  ranking: string[][]
  /**
   * plurality, approval, score, star, borda: points. copeland: wins less losses. minimax: the worst defeat.
   */
  scores?: Record<string, number>
  /** irv: each round's votes for those still standing. star: total scores, then the votes of the runoff. */
  rounds?: Record<string, number>[]
  /** pairwise[a][b]: ballots that put a above b. */
  pairwise?: Record<string, Record<string, number>>
  /** schulze: strength of the strongest path from a to b, 0 where there is none. */
  paths?: Record<string, Record<string, number>>
  /** ranked-pairs: [winner, loser] in the order locked; equally strong ones in the order of their names. */
  locked?: [string, string][]
  /** A sentence, where a tie stopped the count. */
  tiedAt?: string
}
