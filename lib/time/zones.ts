function wallClock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', hourCycle: 'h23' },
  }).formatToParts(at)
  const n = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(n('year'), n('month') - 1, n('day'), n('hour'), n('minute'))
}

const DAY = 86_400_000

/** The zone's offset from UTC in milliseconds a day before and a day after: clocks change at most once between. */
const offsets = (wanted: number, timeZone: string): [before: number, after: number] => {
  const at = (moment: number) => wallClock(moment, timeZone) - moment
  return [at(wanted - DAY), at(wanted + DAY)]
}

/**
 * The moments at which clocks in the zone show `local` ("2026-11-26T17:00"): one; none in the hour that a change of
 * clocks skips; two in the hour that it repeats, the earlier first.
 */
export function momentsOf(local: string, timeZone: string): Date[] {
  const wanted = Date.parse(`${local}Z`)
  const tries = new Set(offsets(wanted, timeZone).map((offset) => wanted - offset))
  const shown = [...tries].filter((at) => wallClock(at, timeZone) === wanted)
  return shown.sort((a, b) => a - b).map((at) => new Date(at))
}

/**
 * The moment at which clocks in the zone show `local`. Of two the earlier; for an hour that is skipped, the moment as
 * far after the change as the time lies after it (Temporal's "compatible").
 */
export function inZone(local: string, timeZone: string): Date {
  const [first] = momentsOf(local, timeZone)
  if (first) return first
  const wanted = Date.parse(`${local}Z`)
  return new Date(wanted - offsets(wanted, timeZone)[0])
}

/** What clocks in the zone show at a moment, as a field for day and hour takes it: "2026-11-26T17:00". */
export const onClocks = (at: Date, timeZone: string): string =>
  new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 16)

/** The same time of day, `days` calendar days later by the zone's clocks: 23 or 25 hours where clocks change. */
export function addDays(at: Date, days: number, timeZone: string): Date {
  const local = wallClock(at.getTime(), timeZone) + days * DAY
  const within = at.getTime() % 60_000
  return new Date(inZone(new Date(local).toISOString().slice(0, 16), timeZone).getTime() + within)
}
