import Link from 'next/link'
import type { PollPage } from '@/lib/polls/schema'
import { longDate } from '@/lib/time'

/** Which vote this is, since when or until when, and how many took part; with the way to its other waves. */
export function Eyebrow({ poll, base, timeZone }: { poll: PollPage; base: string; timeZone: string }) {
  const state = poll.closedAt
    ? `closed ${longDate(poll.closedAt, timeZone)}`
    : `open since ${longDate(poll.opensAt, timeZone)}`
  const file = poll.importedFrom
  const turnout = file ? `${poll.voted} ballots from ${file}` : `${poll.voted} of ${poll.of} voted`
  const when = file && poll.closedAt ? `counted ${longDate(poll.closedAt, timeZone)}` : state
  const parts = [poll.closedAt ? poll.question : null, poll.wave, when, turnout]
  const others = poll.waves.filter((w) => w.slug !== poll.slug)
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1">
      <span>
        <Link href={base} className="hover:text-ink">
          Explain
        </Link>
        {' · '}
        {parts.filter(Boolean).join(' · ')}
      </span>
      {others.length > 0 ? (
        <span>
          Other votes:{' '}
          {others.map((w, i) => (
            <span key={w.slug}>
              {i > 0 ? ', ' : ''}
              <Link href={`${base}/polls/${w.slug}`} className="text-accent hover:underline">
                {w.wave || 'untitled'}
                {w.open ? ' (open)' : ''}
              </Link>
            </span>
          ))}
        </span>
      ) : null}
    </div>
  )
}
