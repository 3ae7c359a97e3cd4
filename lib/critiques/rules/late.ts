import { addDays } from '@/lib/time/zones'

/** The facts that lateness follows from. Results are never stored: what is shown is worked out from these. */
export type LateRule = {
  dueAt: Date | null
  /** Minutes after the due time that cost nothing. */
  graceMinutes: number
  /** Per cent of the mark for each day begun. */
  penaltyPerDay: number
  /** Calendar days by the course's clocks in which it is still taken; none: closed after the grace. */
  lateDays: number
  timeZone: string
}

export type Lateness = {
  state: 'ON_TIME' | 'GRACE' | 'LATE' | 'CLOSED'
  /** Days begun since it was due; 0 but where it is late. */
  days: number
  /** What the mark is multiplied by: 1 where nothing is lost. */
  factor: number
}

const MINUTE = 60_000

/** The deadline of one person: an extension counts where it is later than what holds for everybody. */
export const dueFor = (dueAt: Date | null, extension: Date | null): Date | null =>
  dueAt && extension && extension > dueAt ? extension : dueAt

const graceEnds = ({ dueAt, graceMinutes }: LateRule): Date | null =>
  dueAt && new Date(dueAt.getTime() + graceMinutes * MINUTE)

/** The last moment at which anything is taken; null where it stays open. */
export function closesAt(rule: LateRule): Date | null {
  const grace = graceEnds(rule)
  if (!rule.dueAt || !grace) return null
  const late = addDays(rule.dueAt, rule.lateDays, rule.timeZone)
  return late > grace ? late : grace
}

/** Per cent of the mark that are lost after so many days begun. */
export const penaltyAfter = ({ penaltyPerDay }: Pick<LateRule, 'penaltyPerDay'>, days: number): number =>
  Math.min(100, days * penaltyPerDay)

/**
 * How late something is that is handed in at a moment. A day is a calendar day by the course's clocks: due at 17:00, the
 * second day begins at 17:00 of the next day, be that 23, 24 or 25 hours later. The moment itself is still in time,
 * and the days count from the due time, not from the end of the grace.
 */
export function lateness(rule: LateRule, at: Date): Lateness {
  const { dueAt, timeZone, lateDays } = rule
  const free = { days: 0, factor: 1 }
  if (!dueAt || at <= dueAt) return { state: 'ON_TIME', ...free }
  if (at <= (graceEnds(rule) ?? dueAt)) return { state: 'GRACE', ...free }
  if (at > addDays(dueAt, lateDays, timeZone)) return { state: 'CLOSED', days: 0, factor: 0 }
  let days = 1
  while (at > addDays(dueAt, days, timeZone)) days += 1
  return { state: 'LATE', days, factor: (100 - penaltyAfter(rule, days)) / 100 }
}

export const isTaken = (rule: LateRule, at: Date): boolean => lateness(rule, at).state !== 'CLOSED'
