import { z } from 'zod'

/** PostgreSQL takes neither NUL nor half a surrogate pair; nobody means to write them. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '')

/** One line that says something. */
export const line = (max: number, message = 'Write something first.') =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().trim().min(1, message).max(max, `Use at most ${max} characters.`))
export const prose = (max: number, message?: string) => z.string().max(max, message).transform(clean)
