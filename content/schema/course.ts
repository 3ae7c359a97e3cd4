import { z } from 'zod'
import { code, key, moment, prose } from './common'

const meeting = z.strictObject({
  number: z.int().positive(),
  title: prose,
  at: moment,
  /** The sections to be read by then. */
  sections: z.array(code),
  beforeClass: prose,
  inClass: prose,
})

export const courseFile = z.strictObject({
  title: prose,
  slug: key,
  term: prose,
  timeZone: z.string().refine(isTimeZone, { error: 'must be a time zone such as Asia/Seoul' }),
  description: prose,
  /** The paper under discussion, which is cited and never reproduced. */
  paper: z.strictObject({
    citation: prose,
    author: prose,
    title: prose,
    year: z.int(),
    doi: z.string().regex(/^10\.\d{4,}\/\S+$/, { error: 'must be a DOI such as 10.3172/NKR.5.2.21' }),
  }),
  relationToPaper: prose,
  timeHorizon: prose,
  identifiers: prose,
  /** Names of the files under readings/, without their ending, in reading order. */
  readings: z.array(key).min(1),
  meetings: z.array(meeting),
  /** How participation becomes a mark: lib/grading/schema.ts says what each part is. Points add up to 100. */
  participation: z
    .array(
      z.strictObject({
        part: z.enum(['notes', 'replies', 'helpfulness', 'reading', 'claims', 'votes', 'reviews']),
        points: z.int().positive(),
        for: z.int().positive(),
      }),
    )
    .refine((parts) => parts.reduce((sum, p) => sum + p.points, 0) === 100, {
      error: 'must add up to 100 points',
    }),
  glossary: z.array(z.strictObject({ term: prose, meaning: prose })),
  sources: z.array(z.strictObject({ heading: prose, entries: z.array(prose).min(1) })),
})

export type Course = z.infer<typeof courseFile>
export type Meeting = Course['meetings'][number]

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
