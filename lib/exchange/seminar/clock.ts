import type { Actor } from '@/lib/policy'

/** The seminar's files count minutes from the moment at which they are loaded; negative is before. */
export type Clock = (minutes: number) => Date

export const clockAt =
  (loadedAt: Date): Clock =>
  (minutes) =>
    new Date(loadedAt.getTime() + minutes * 60_000)

/** The same person, acting at another time. */
export const at = (actor: Actor, when: Date): Actor => ({ ...actor, at: when })

/** Something that somebody did at a moment of the seminar. */
export type Act = { minutes: number; run: () => Promise<unknown> }

/** Lets everything happen in the order of its time, so that event numbers tell the class's history. */
export async function perform(acts: readonly Act[]): Promise<void> {
  for (const act of [...acts].sort((a, b) => a.minutes - b.minutes)) await act.run()
}

export const DAYS = 1440
export const HOURS = 60
