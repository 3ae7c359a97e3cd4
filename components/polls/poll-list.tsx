import Link from 'next/link'
import type { PollListItem } from '@/lib/polls/schema'
import { longDate } from '@/lib/time'

/** What the row says beside the question: the answer, or what there is to do. */
function stateOf(poll: PollListItem): string {
  if (poll.closedAt) return poll.answer ?? 'Fewer than three ballots: no result'
  if (poll.mayVote && !poll.mine) return 'Open: you have not voted yet'
  return poll.mine ? 'Open: you have voted' : 'Open'
}

export function PollList({
  polls,
  base,
  timeZone,
}: {
  polls: PollListItem[]
  base: string
  timeZone: string
}) {
  return (
    <ul className="border-t border-rule">
      {polls.map((poll) => (
        <li key={poll.id} className="border-b border-rule">
          <Link
            href={`${base}/polls/${poll.slug}`}
            className="grid gap-x-6 gap-y-0.5 py-3 hover:bg-sunk md:grid-cols-[5fr_4fr_240px] md:items-baseline"
          >
            <span className="min-w-0">
              <span className="line-clamp-2 font-serif text-16 font-semibold leading-snug">
                {poll.question}
              </span>
              <span className="text-13 text-ink-3">{poll.wave}</span>
            </span>
            <span className={poll.closedAt ? 'text-14' : 'text-14 font-medium text-accent'}>
              {stateOf(poll)}
            </span>
            <span className="num text-13 text-ink-3 md:text-right">
              {poll.importedFrom ? `${poll.voted} ballots from a file` : `${poll.voted} of ${poll.of} voted`}
              <span className="block">
                {poll.closedAt
                  ? `${poll.importedFrom ? 'counted' : 'closed'} ${longDate(poll.closedAt, timeZone)}`
                  : `since ${longDate(poll.opensAt, timeZone)}`}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
