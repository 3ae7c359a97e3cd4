'use client'
import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'

/** Alt with an arrow key moves what has the focus: for the whole item. */
export const onMoveKey = (move: (by: number) => void) => (event: KeyboardEvent) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
  event.preventDefault()
  move(event.key === 'ArrowUp' ? -1 : 1)
}

type Props = {
  what: string
  first: boolean
  last: boolean
  onMove: (by: number) => void
  onRemove?: () => void
}

/** Up, down and out. */
export function ItemTools({ what, first, last, onMove, onRemove }: Props) {
  return (
    <div className="flex gap-1">
      <Button look="quiet" aria-label={`Move ${what} up`} disabled={first} onClick={() => onMove(-1)}>
        ↑
      </Button>
      <Button look="quiet" aria-label={`Move ${what} down`} disabled={last} onClick={() => onMove(1)}>
        ↓
      </Button>
      {onRemove ? (
        <Button look="quiet" aria-label={`Remove ${what}`} onClick={onRemove}>
          Remove
        </Button>
      ) : null}
    </div>
  )
}
