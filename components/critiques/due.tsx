import { zoneName } from '@/lib/critiques/rules/deadline'
import type { AssignmentHead } from '@/lib/critiques/schema'
import { longDate } from '@/lib/time'
import { costWords, lateWords } from './set-up/late-words'
import { ViewerTime } from './viewer-time'

type Props = { of: AssignmentHead; now: Date; timeZone: string }

function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  return (
    <>
      <time dateTime={at}>{longDate(at, timeZone)}</time>, {zoneName(timeZone)}
      <ViewerTime at={at} timeZone={timeZone} />
    </>
  )
}

/** "Due Thursday 26 November, 17:00, Seoul time", and the viewer's own clock where it differs; their own extension too. */
export function Due({ of, now, timeZone }: Props) {
  if (!of.dueAt) return <>No due date</>
  const due = of.extendedTo ?? of.dueAt
  return (
    <>
      {now <= new Date(due) ? 'Due' : 'Was due'} <Moment at={due} timeZone={timeZone} />
      {of.extendedTo ? (
        <span className="text-ink-3"> · extended for you from {longDate(of.dueAt, timeZone)}</span>
      ) : null}
    </>
  )
}

/** What follows the due time; `again` where the viewer has submitted. */
export function LateRuleLine({ of, again = false }: { of: AssignmentHead; again?: boolean }) {
  if (!of.dueAt) return null
  const cost = costWords(of.lateness, of.rule, again)
  return (
    <p className="mt-1 text-13 text-ink-2">
      {of.open ? lateWords(of.rule) : 'Closed.'}
      {cost ? <strong className="block font-medium text-ink">{cost}</strong> : null}
    </p>
  )
}
