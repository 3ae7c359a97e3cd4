import { z } from 'zod'
import { code, key, moment, perExplanation, prose } from './common'
import { rating } from './evidence'

/** "CC C N I II NA", in the order of the explanations; a dash is a cell left open. */
const row = z.string().transform((written, context) =>
  written
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (word === '-') return null
      const value = rating.safeParse(word)
      if (!value.success) context.addIssue(`has ${word}, which is not one of CC, C, N, I, II, NA or -`)
      return value.data ?? null
    }),
)

/** "E08 H2": a row and a column. */
const cell = z.string().regex(/^\S+ \S+$/, { error: 'must be a row and a column, such as E08 H2' })

export const ratingsFile = z.strictObject({
  ratings: z.array(z.strictObject({ by: key, at: moment, rows: z.record(code, row) })),
  /** Why somebody rated as few do. */
  reasons: z.array(z.strictObject({ by: key, cell, text: prose.max(600) })),
  /** Points for the explanations before the evidence, 100 together. */
  credences: z.array(z.strictObject({ by: key, points: perExplanation })),
  /** What was said under single cells. */
  comments: z.array(z.strictObject({ code, by: key, at: moment, cell, text: prose })),
})

export type ClassRatings = z.infer<typeof ratingsFile>
