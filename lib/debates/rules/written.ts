const MINUTE = 60_000
/** A step of half a day or more is written: nobody sits through it. */
export const WRITTEN_MINUTES = 720

type Timed = { minutes: number }
export type Step = { from: Date; until: Date }

/** Whether the debate is written over days: every phase lasts half a day at least. */
export const isWritten = (phases: readonly Timed[]): boolean =>
  phases.length > 0 && phases.every((p) => p.minutes >= WRITTEN_MINUTES)

/** When each phase begins and ends, one after the other from `start`. */
export function steps(start: Date, phases: readonly Timed[]): Step[] {
  let at = start.getTime()
  return phases.map(({ minutes }) => {
    const from = new Date(at)
    at += minutes * MINUTE
    return { from, until: new Date(at) }
  })
}

/** Which phase is due at `now`: its index, `'before'` the first or `'after'` the last. A step ends where the next begins. */
export function phaseAt(start: Date, phases: readonly Timed[], now: Date): number | 'before' | 'after' {
  if (now < start) return 'before'
  const index = steps(start, phases).findIndex(({ until }) => now < until)
  return index < 0 ? 'after' : index
}
