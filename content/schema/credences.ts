import { z } from 'zod'
import { key, moment, prose } from './common'

const credenceWave = z.strictObject({
  slug: key,
  /** What tells it from the other votes on the question; empty where there is one. */
  wave: z.string(),
  opens: moment,
  /** When the first student casts; the others follow ten minutes apart. */
  first: moment,
  closes: moment,
  /** What turned out to be so, and when the instructor said it. */
  resolved: z.strictObject({ to: key, at: moment }).optional(),
  /** By student: a hundred points over the options, in their order. */
  points: z.record(key, z.array(z.int().min(0).max(100))),
})

const question = z.strictObject({
  slug: key,
  title: prose,
  options: z.union([z.literal('explanations'), z.array(z.strictObject({ code: key, label: prose })).min(2)]),
  waves: z.array(credenceWave).min(1),
})

export const credencesFile = z.strictObject({ about: prose, questions: z.array(question) })

export type CredenceQuestion = z.infer<typeof question>
export type CredenceWave = z.infer<typeof credenceWave>
