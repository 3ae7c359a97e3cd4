'use client'
import { Hand } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useHands } from '../control/use-control'
import { useSession } from '../session-room'

const ordinal = (n: number): string => (n === 1 ? 'next' : `number ${n}`)

/** One's own hand: up, down, or the end of one's turn. Within reach of a thumb. `speaks`: the phase is one's own, without a hand. */
export function OwnHand({ speaks }: { speaks: boolean }) {
  const { floor, me, can, clock } = useSession()
  const { act, busy } = useHands()
  const live = clock.state === 'RUNNING' || clock.state === 'PAUSED'
  if (!can.raise || !live) return null
  const { speaking, waiting } = floor
  const place = waiting.findIndex((h) => h.memberId === me.memberId)
  if (speaks && place < 0 && speaking?.memberId !== me.memberId) return null
  const big = 'h-12 pointer-coarse:h-14 w-full sm:w-auto sm:min-w-64 text-16'
  return (
    <div
      data-dock
      className="mt-8 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-t max-sm:border-rule-strong max-sm:bg-paper max-sm:px-5 max-sm:pt-3 max-sm:pb-[max(12px,env(safe-area-inset-bottom))]"
    >
      {speaking?.memberId === me.memberId ? (
        <Button
          look="main"
          className={big}
          busy={busy}
          onClick={() => void act({ act: 'done', hand: speaking.id })}
        >
          I have finished
        </Button>
      ) : place < 0 ? (
        <Button className={big} busy={busy} onClick={() => void act({ act: 'raise' })}>
          <Hand size={18} aria-hidden /> Raise my hand
        </Button>
      ) : (
        <Button className={big} busy={busy} onClick={() => void act({ act: 'lower' })}>
          <Hand size={18} aria-hidden className="text-accent" /> Lower my hand
        </Button>
      )}
      <p role="status" className="mt-1.5 text-13 text-ink-3 max-sm:text-center">
        {place >= 0 ? `Your hand is up: you are ${ordinal(place + 1)} in the queue.` : ''}
      </p>
    </div>
  )
}
