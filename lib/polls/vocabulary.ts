/** Words and bounds of votes for forms and browsers, without zod. */

/** What a ballot asks for. */
export const METHODS = ['RANKED', 'PLURALITY', 'APPROVAL', 'SCORE', 'CREDENCE'] as const
export type PollMethodName = (typeof METHODS)[number]

/** Which way of counting gives the headline, the usual one first: a method of tally.ts, or a pool of pool.ts. */
export const RULES = {
  RANKED: ['schulze', 'ranked-pairs', 'copeland', 'minimax', 'kemeny', 'borda', 'irv', 'plurality'],
  PLURALITY: ['plurality'],
  APPROVAL: ['approval'],
  SCORE: ['score', 'star'],
  CREDENCE: ['linear', 'log'],
} as const satisfies Record<PollMethodName, readonly string[]>

export type Way = (typeof RULES)[PollMethodName][number]

export const MOST_OPTIONS = 12
export const MOST_CAUSES = 5
/** Of a file of ballots, in characters. */
export const MOST_BYTES = 600_000
