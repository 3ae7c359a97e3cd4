import { zoneName } from '@/lib/critiques/rules/deadline'
import { longDate } from '@/lib/time'
import { ViewerTime } from '../viewer-time'

/** "due Thursday 26 November, 17:00, Seoul time": until when reviews can be written and changed. */
export function ReviewsDue(props: { dueAt: string | null; now: Date; timeZone: string }) {
  const { dueAt, now, timeZone } = props
  if (!dueAt) return <>no due date</>
  return (
    <>
      {now <= new Date(dueAt) ? 'due' : 'were due'} <time dateTime={dueAt}>{longDate(dueAt, timeZone)}</time>,{' '}
      {zoneName(timeZone)}
      <ViewerTime at={dueAt} timeZone={timeZone} />
    </>
  )
}
