import type { ReviewMode } from '../assignments/schema'

type Rules = {
  dueAt: Date | null
  graceMinutes: number
  penaltyPerDay: number
  lateDays: number
  outOf: number
  reviewMode: ReviewMode
}
/** What has happened under an assignment so far. */
export type Happened = { submitted: boolean; graded: boolean; reviewing: boolean }

const isEarlier = (next: Date | null, now: Date | null): boolean =>
  next !== null && (now === null || next < now)

/**
 * What of a change is refused because somebody relied on the rules as they were, by the form's field. Lateness is
 * worked out from the rules whenever it is shown, so once something is submitted they may only become kinder; a scale
 * stands once a mark was given on it, and who may know whom once reviews have begun.
 */
export function refusedChanges(now: Rules, next: Rules, happened: Happened): Record<string, string> {
  const refused: Record<string, string> = {}
  const since = 'Critiques are submitted, so'
  if (happened.submitted) {
    if (isEarlier(next.dueAt, now.dueAt)) refused.due = `${since} it can only become due later.`
    if (next.graceMinutes < now.graceMinutes) refused.graceMinutes = `${since} the grace can only grow.`
    if (next.penaltyPerDay > now.penaltyPerDay)
      refused.penaltyPerDay = `${since} a day can only come to cost less.`
    if (next.lateDays < now.lateDays) refused.lateDays = `${since} it can only close later.`
  }
  if (happened.graded && next.outOf !== now.outOf)
    refused.outOf = 'Marks were given out of this many points, so it stays.'
  if (happened.reviewing && next.reviewMode !== now.reviewMode)
    refused.reviewMode = 'Reviews have begun, so who knows whom stays.'
  return refused
}
