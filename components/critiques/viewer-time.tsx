'use client'
import { useMounted } from '@/components/ui/use-mounted'
import { longDate } from '@/lib/time'

/** The same moment on the viewer's clock; nothing where that shows what the course's clock shows. */
export function ViewerTime({ at, timeZone }: { at: string; timeZone: string }) {
  const mounted = useMounted()
  if (!mounted) return null
  const own = longDate(at, Intl.DateTimeFormat().resolvedOptions().timeZone)
  return own === longDate(at, timeZone) ? null : <span className="text-ink-3"> ({own} where you are)</span>
}
