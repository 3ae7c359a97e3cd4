function wallClock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', hourCycle: 'h23' },
  }).formatToParts(at)
  const n = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(n('year'), n('month') - 1, n('day'), n('hour'), n('minute'))
}

/**
 * The moment at which clocks in the zone show `local` ("2026-11-26T17:00"). The zone's offset is looked up at the
 * guess and once more at its correction, which settles it but within an hour that the change of clocks skips.
 */
export function inZone(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local}Z`)
  let guess = wanted
  for (let i = 0; i < 2; i++) guess += wanted - wallClock(guess, timeZone)
  return new Date(guess)
}

/** What clocks in the zone show at a moment, as a field for day and hour takes it: "2026-11-26T17:00". */
export const onClocks = (at: Date, timeZone: string): string =>
  new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 16)
