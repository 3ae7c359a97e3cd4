'use client'
import { Check, Mic } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useSession } from '../session-room'
import { useHands } from './use-control'

/** On a phone, where the queue is below: who is called next, or that a turn is over, under the thumb too. */
export function NextSpeaker() {
  const { floor, clock } = useSession()
  const { act, busy } = useHands()
  // while ballots are open nobody speaks
  const live =
    (clock.state === 'RUNNING' || clock.state === 'PAUSED') && !clock.votes.some((vote) => vote.open)
  const { speaking, waiting } = floor
  const [first] = waiting
  if (!live || (!speaking && !first)) return null
  return (
    <div className="mb-2 grid sm:hidden">
      {speaking ? (
        <Button
          className="h-12 min-w-0"
          busy={busy}
          onClick={() => void act({ act: 'done', hand: speaking.id })}
        >
          <Check size={18} aria-hidden className="shrink-0" />
          <span className="truncate">{speaking.name} has finished</span>
        </Button>
      ) : first ? (
        <Button
          className="h-12 min-w-0"
          busy={busy}
          onClick={() => void act({ act: 'call', hand: first.id })}
        >
          <Mic size={18} aria-hidden className="shrink-0" />
          <span className="truncate">Call first: {first.name}</span>
        </Button>
      ) : null}
    </div>
  )
}
