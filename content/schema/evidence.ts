import { z } from 'zod'
import { code, day, perExplanation, prose } from './common'

/** Consistent or inconsistent, doubled where it is very much so; neutral; nothing to say. */
export const rating = z.enum(['CC', 'C', 'N', 'I', 'II', 'NA'])

const test = z.strictObject({
  type: z.enum(['straw in the wind', 'hoop', 'smoking gun', 'doubly decisive']),
  /** The explanation being tested, and the one it is tested against where the table names one. */
  for: code,
  over: code.optional(),
  reading: z.enum(['passes', 'strained', 'fails', 'contested']).optional(),
})

const unrated = z.strictObject({ code, dateLabel: prose, date: day, observation: prose, source: prose })

const level = z.enum(['low', 'medium', 'high']).default('medium')

const observation = unrated.extend({
  /** The test type as people read it; `tests` says the same for the machine. */
  test: prose,
  tests: z.array(test).min(1),
  credibility: level,
  relevance: level,
  /** The words of a reading that report it. */
  passage: z.strictObject({ paragraph: code, quote: prose }).optional(),
  ratings: z.record(code, rating),
  /** Where the argument about these ratings is likely to be. */
  argument: prose,
})

const matrix = z.strictObject({
  intro: prose,
  /** How often each rating occurs in each column of the suggested ratings. */
  totals: z.record(rating, perExplanation),
  inconsistency: perExplanation,
  cautionsIntro: prose,
  cautions: z.array(z.strictObject({ title: prose, text: prose })),
  sensitivity: z.strictObject({ strike: z.array(code), text: prose }),
})

export const evidenceFile = z.strictObject({
  howToUse: prose,
  observations: z.array(observation).min(1),
  matrix,
  bench: z.strictObject({ intro: prose, observations: z.array(unrated) }),
})

export type Rating = z.infer<typeof rating>
export type Evidence = z.infer<typeof evidenceFile>
export type Observation = z.infer<typeof observation>
export type UnratedObservation = z.infer<typeof unrated>
export type EvidenceTest = z.infer<typeof test>
