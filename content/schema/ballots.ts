import { z } from 'zod'
import { code, key, moment, perExplanation, prose } from './common'

export const WAVES = ['before', 'after', 'endOfTerm'] as const

/** How somebody votes on the motion. */
export const side = z.enum(['for', 'against', 'undecided'])

const wave = z.strictObject({ title: prose, opens: moment, closes: moment })

const ballot = z.strictObject({
  at: moment,
  vote: side,
  /** Every explanation once, the best first. */
  ranking: z.array(code),
  reason: prose.optional(),
  /** The claims and observations that the votes of this wave name as what moved them. */
  moved: z.array(code).max(5).default([]),
})

const studentBallots = z.strictObject({
  student: key,
  before: ballot,
  after: ballot,
  endOfTerm: ballot.optional(),
})

const twice = <T extends z.ZodType>(count: T) => z.strictObject({ before: count, after: count })

export const ballotsFile = z.strictObject({
  about: prose,
  /** The result on the motion, in words. */
  motion: prose,
  howTheCountDepends: prose,
  waves: z.strictObject({ before: wave, after: wave, endOfTerm: wave }),
  ballots: z.array(studentBallots),
  /** What the first two waves add up to. Borda gives n-1 points for a first place, 0 for a last. */
  counts: z.strictObject({
    motion: twice(z.record(side, z.int())),
    firstPlaces: twice(perExplanation),
    borda: twice(perExplanation),
    /** To two decimals. */
    meanRank: twice(perExplanation),
  }),
})

export type WaveKey = (typeof WAVES)[number]
export type Side = z.infer<typeof side>
export type Ballots = z.infer<typeof ballotsFile>
export type Ballot = z.infer<typeof ballot>
export type StudentBallots = z.infer<typeof studentBallots>
