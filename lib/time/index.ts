const cache = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`
  let made = cache.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
    cache.set(key, made)
  }
  return made
}

/** "Thursday 26 November, 17:00" in the given IANA zone. */
export function longDate(at: Date | string, timeZone: string): string {
  const date = new Date(at)
  const day = formatter(timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).format(date)
  return `${day.replace(',', '')}, ${formatter(timeZone, { hour: '2-digit', minute: '2-digit' }).format(date)}`
}

/** "26 Nov 2026, 17:00": for lists and records. */
export const shortDate = (at: Date | string, timeZone: string): string =>
  formatter(timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/** As a person says it: "just now", "12 min", "3 h", "Tue", "9 Nov". */
export function ago(at: Date | string, now: number, timeZone: string): string {
  const date = new Date(at)
  const past = now - date.getTime()
  if (past < MINUTE) return 'just now'
  if (past < 60 * MINUTE) return `${Math.floor(past / MINUTE)} min`
  if (past < DAY) return `${Math.floor(past / (60 * MINUTE))} h`
  if (past < 6 * DAY) return formatter(timeZone, { weekday: 'short' }).format(date)
  return formatter(timeZone, { day: 'numeric', month: 'short' }).format(date)
}
