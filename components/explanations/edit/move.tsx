'use client'
import { Button } from '@/components/ui/button'

/** One place up or down; the ends have nowhere to go. */
export function Move({
  name,
  at,
  of,
  onMove,
}: {
  name: string
  at: number
  of: number
  onMove: (to: number) => void
}) {
  return (
    <>
      <Button look="quiet" aria-label={`Move ${name} up`} disabled={at === 0} onClick={() => onMove(at - 1)}>
        ↑
      </Button>
      <Button
        look="quiet"
        aria-label={`Move ${name} down`}
        disabled={at === of - 1}
        onClick={() => onMove(at + 1)}
      >
        ↓
      </Button>
    </>
  )
}
