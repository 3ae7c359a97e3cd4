const DAY = 1440

/** "6 min", "1 h 12 min", "2 days": how long a phase or a debate lasts. */
export function lasts(minutes: number): string {
  if (minutes >= DAY && minutes % DAY === 0) return minutes === DAY ? '1 day' : `${minutes / DAY} days`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ')
}
