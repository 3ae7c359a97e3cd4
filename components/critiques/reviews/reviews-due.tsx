import { zoneName } from '@/lib/critiques/rules/deadline'
import { longDate } from '@/lib/time'
import { ViewerTime } from '../viewer-time'

/** "are due Thursday 26 November, 17:00, Seoul time": until when reviews can be written and changed. */
export function ReviewsDue(props: { dueAt: string | null; now: Date; timeZone: string }) {
  const { dueAt, now, timeZone } = props
  if (!dueAt) return <>have no due date</>
  return (
    <>
      {now <= new Date(dueAt) ? 'are due' : 'were due'}{' '}
      <time dateTime={dueAt}>{longDate(dueAt, timeZone)}</time>, {zoneName(timeZone)}
      <ViewerTime at={dueAt} timeZone={timeZone} />
    </>
  )
}
