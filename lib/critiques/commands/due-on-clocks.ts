import { AppError } from '@/lib/errors'
import { momentOf } from '../rules/due-input'

/** The moment of a day and an hour that somebody typed by the course's clocks; refused where clocks skip that hour. */
export function dueOnClocks(local: string, timeZone: string, field: string): Date {
  const { at, message } = momentOf(local, timeZone)
  if (at) return at
  throw new AppError('INVALID', message ?? undefined, { fields: { [field]: message ?? '' } })
}
