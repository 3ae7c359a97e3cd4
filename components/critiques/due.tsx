import { isOpen, zoneName } from '@/lib/critiques/rules/deadline'
import { longDate } from '@/lib/time'
import { ViewerTime } from './viewer-time'

/** "Due Thursday 26 November, 17:00, Seoul time", and the viewer's own clock where it differs. */
export function Due({ dueAt, now, timeZone }: { dueAt: string | null; now: Date; timeZone: string }) {
  if (!dueAt) return <>No due date</>
  const open = isOpen(new Date(dueAt), now)
  return (
    <>
      {open ? 'Due' : 'Was due'} <time dateTime={dueAt}>{longDate(dueAt, timeZone)}</time>,{' '}
      {zoneName(timeZone)}
      <ViewerTime at={dueAt} timeZone={timeZone} />
    </>
  )
}
