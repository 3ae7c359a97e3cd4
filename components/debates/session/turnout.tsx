'use client'
import { cx } from '@/components/ui/cx'
import type { VoteRef } from '@/lib/debates/session/schema'
import { useSession } from './session-room'

const WHAT = { PLURALITY: 'Motion', RANKED: 'Explanations' } as const

/** How many have voted, of how many; never how, never who. */
export function TurnoutBars({ large }: { large?: boolean }) {
  const { clock, turnout, voters } = useSession()
  if (clock.votes.length === 0) return null
  return (
    <ul className={cx('grid gap-4', large ? 'text-[clamp(1.75rem,2.4vw,2.5rem)]' : 'text-14')}>
      {clock.votes.map((vote) => (
        <Bar
          key={vote.id}
          vote={vote}
          voted={turnout[vote.id] ?? 0}
          of={Math.max(voters, turnout[vote.id] ?? 0)}
          named={clock.votes.length > 1}
          large={large}
        />
      ))}
    </ul>
  )
}

function Bar({
  vote,
  voted,
  of,
  named,
  large,
}: {
  vote: VoteRef
  voted: number
  of: number
  named: boolean
  large?: boolean
}) {
  const share = of === 0 ? 0 : voted / of
  return (
    <li>
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>{named ? WHAT[vote.method] : 'Votes cast'}</span>
        <span className="num text-ink-2">
          {voted} of {of} {vote.open ? 'have voted' : 'voted; closed'}
        </span>
      </p>
      <div aria-hidden className={cx('mt-1.5 overflow-hidden rounded-full bg-sunk', large ? 'h-4' : 'h-2')}>
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-200"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </li>
  )
}
