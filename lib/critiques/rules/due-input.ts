import { inZone, momentsOf, onClocks } from '@/lib/time/zones'
import { zoneName } from './deadline'

const hour = (local: string): string => local.slice(11, 16)

/**
 * A day and an hour by a zone's clocks as a due moment, and what is odd about it. Where clocks skip that hour there is
 * none. Where they repeat it, it is the second, so that nobody is late who read it as that.
 */
export function momentOf(local: string, timeZone: string): { at: Date | null; message: string | null } {
  const moments = momentsOf(local, timeZone)
  const zone = zoneName(timeZone)
  if (moments.length === 0) {
    const next = hour(onClocks(inZone(local, timeZone), timeZone))
    return {
      at: null,
      message: `Clocks are put forward that night: there is no ${hour(local)} in ${zone}. Choose ${next}, say.`,
    }
  }
  const message =
    moments.length > 1
      ? `Clocks are put back that night: ${hour(local)} comes twice in ${zone}. It is due the second time.`
      : null
  return { at: moments.at(-1) ?? null, message }
}
