import { z } from 'zod'
import { code, prose } from './common'

const explanation = z.strictObject({
  code,
  name: prose,
  /** For plots and tables. */
  shortName: z.string().min(1).max(30),
  statement: prose,
  literature: prose,
  predicts: prose,
  countsAgainst: prose,
})

export const explanationsFile = z.strictObject({
  about: prose,
  explanations: z.array(explanation).min(2),
})

export type Explanation = z.infer<typeof explanation>
