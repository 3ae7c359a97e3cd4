import Link from 'next/link'
import { Chip } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import type { VoteDto } from '@/lib/debates/schema'
import { longDate } from '@/lib/time'

const STATE = { OPEN: 'Open', CLOSED: 'Closed', UPCOMING: 'Not yet open' } as const

const when = ({ state, opensAt, closedAt }: VoteDto, timeZone: string): string =>
  state === 'UPCOMING'
    ? `Opens ${longDate(opensAt, timeZone)}`
    : state === 'CLOSED' && closedAt
      ? `Closed ${longDate(closedAt, timeZone)}`
      : ''

/** The ballots that belong to the debate, each a step away. */
export function Votes({ votes, motion, timeZone }: { votes: VoteDto[]; motion: string; timeZone: string }) {
  return (
    <ul className="border-t border-rule">
      {votes.map((vote) => (
        <li key={vote.slug} className="border-b border-rule py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="font-medium first-letter:uppercase">{vote.wave}</p>
            <Chip tone={vote.state === 'OPEN' ? 'accent' : 'plain'}>{STATE[vote.state]}</Chip>
          </div>
          {vote.question === motion ? null : <p className="text-13 text-ink-2">{vote.question}</p>}
          <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-13 text-ink-3">
            {vote.state === 'OPEN' ? (
              <ButtonLink look="main" href={vote.href}>
                Vote<span className="sr-only"> {vote.wave}</span>
              </ButtonLink>
            ) : (
              <Link href={vote.href} className="text-accent underline underline-offset-2 font-medium">
                {vote.state === 'CLOSED' ? 'See the result' : 'Look at the question'}
                <span className="sr-only">: {vote.wave}</span>
              </Link>
            )}
            {when(vote, timeZone)}
          </p>
        </li>
      ))}
    </ul>
  )
}
