const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const two = (n: number): string => String(n).padStart(2, '0')

/** Whole seconds as a clock shows them: of what is left the one that is running, of overtime those that are over. */
export const shownSeconds = (leftMs: number): number =>
  leftMs > 0 ? Math.ceil(leftMs / SECOND) : -Math.floor(-leftMs / SECOND) || 0

/** Milliseconds until the clock shows another second. */
export const untilTick = (leftMs: number): number => leftMs - (shownSeconds(leftMs) - 1) * SECOND

/** "4:05", "1:02:09", "2 days 03:00"; overtime as "+0:12". */
export function clockText(leftMs: number): string {
  const shown = shownSeconds(leftMs)
  const total = Math.abs(shown)
  const [days, hours] = [Math.floor(total / 86_400), Math.floor(total / 3600) % 24]
  const [minutes, seconds] = [Math.floor(total / 60) % 60, total % 60]
  const sign = shown < 0 ? '+' : ''
  if (days) return `${sign}${days} ${days === 1 ? 'day' : 'days'} ${two(hours)}:${two(minutes)}`
  if (hours) return `${sign}${hours}:${two(minutes)}:${two(seconds)}`
  return `${sign}${minutes}:${two(seconds)}`
}

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`

/** What a screen reader is told, once for each of these sentences: whole minutes, the last half minute, the end. */
export function clockWords(leftMs: number): string {
  if (leftMs <= -MINUTE) return `${count(Math.floor(-leftMs / MINUTE), 'minute')} over time`
  if (leftMs <= 0) return 'The time is up'
  if (leftMs <= 30 * SECOND) return 'Half a minute left'
  if (leftMs < MINUTE) return 'Less than a minute left'
  if (leftMs >= DAY) return `${count(Math.floor(leftMs / DAY), 'day')} left`
  if (leftMs >= 2 * HOUR) return `${count(Math.floor(leftMs / HOUR), 'hour')} left`
  return `${count(Math.floor(leftMs / MINUTE), 'minute')} left`
}
