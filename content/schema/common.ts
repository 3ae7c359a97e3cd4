import { z } from 'zod'

/** Prose, in Markdown where it carries emphasis. */
export const prose = z.string().min(1)

/** The name by which other files refer to a person or a group: lower case, hyphens. */
export const key = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'must be lower-case letters, digits and hyphens, beginning with a letter',
})

/** A code people quote in talk and writing: N01, C05, R2.1, H3. */
export const code = z.string().min(1)

const MOMENT = /^([+-]) ?(?:(\d+)d)? ?(?:(\d+)h)? ?(?:(\d+)m)?$/

/**
 * A moment counted from the moment the seminar is loaded, written `-8d 4h 10m` or `+4d`.
 * Read as minutes: negative is before the load.
 */
export const moment = z.string().transform((written, context) => {
  const [whole, sign, days, hours, minutes] = MOMENT.exec(written) ?? []
  if (whole === undefined || whole.length < 3) {
    context.addIssue('must be a moment such as -8d 4h 10m or +4d')
    return z.NEVER
  }
  const total = Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '-' && total > 0 ? -total : total
})

/** A day written 1993-03-12, so that rows sort as text. */
export const day = z.iso.date({ error: 'must be a day such as 1993-03-12' })

/** A number for each explanation, keyed by its code. */
export const perExplanation = z.record(code, z.number())
