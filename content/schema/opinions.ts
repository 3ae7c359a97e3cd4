import { z } from 'zod'
import { key, moment, prose } from './common'

/** Signs in the order of the statements, in groups of five or so that can be counted by eye. */
const signs = z.string().transform((written) => [...written.replaceAll(' ', '')])

const survey = z.strictObject({
  slug: key,
  title: prose,
  intro: prose,
  opens: moment,
  closes: moment,
  /** Members may add statements. */
  open: z.boolean(),
  statements: z.array(prose.max(200)),
  votes: z.record(key, signs),
})

export const opinionsFile = z.strictObject({ about: prose, surveys: z.array(survey) })

export type OpinionSurvey = z.infer<typeof survey>
