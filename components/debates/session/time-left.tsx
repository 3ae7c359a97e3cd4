'use client'
import { useEffect, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { clockText, clockWords, untilTick } from '@/lib/debates/rules/clock-words'
import type { ClockDto } from '@/lib/debates/session/schema'
import { serverNow, useClockBase } from './server-clock'

/** Milliseconds left as all screens tell them; null when nothing runs. Changes with every second shown. */
export function useTimeLeft({ endsAt, leftMs, now }: ClockDto): number | null {
  const base = useClockBase()
  // What the server rendered, until this page knows better.
  const [left, setLeft] = useState(endsAt === null ? leftMs : endsAt - now)
  useEffect(() => {
    if (endsAt === null) return setLeft(leftMs)
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const left = endsAt - (serverNow() ?? now)
      setLeft(left)
      timer = setTimeout(tick, untilTick(left) + 1)
    }
    if (base !== null) tick()
    return () => clearTimeout(timer)
  }, [endsAt, leftMs, now, base])
  return left
}

/** The big figures; red once the time is over. Screen readers are told the minutes instead of every second. */
export function TimeLeft({ clock, className }: { clock: ClockDto; className?: string }) {
  const left = useTimeLeft(clock)
  if (left === null) return null
  return (
    <span role="timer" className={cx('num', left < 0 && 'text-bad', className)}>
      <span aria-hidden data-clock>
        {clockText(left)}
      </span>
      <span className="sr-only" aria-live="polite">
        {clock.state === 'PAUSED' ? `Paused: ${clockWords(left)}` : clockWords(left)}
      </span>
    </span>
  )
}

/** How long something has been going on, counted up from a moment of the server's clock. */
export function TimeSince({ since, className }: { since: number; className?: string }) {
  const base = useClockBase()
  const [passed, setPassed] = useState<number | null>(null)
  useEffect(() => {
    if (base === null) return
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const ms = Math.max(0, (serverNow() ?? since) - since)
      setPassed(ms)
      timer = setTimeout(tick, 1000 - (ms % 1000) + 1)
    }
    tick()
    return () => clearTimeout(timer)
  }, [since, base])
  if (passed === null) return null
  return <span className={cx('num', className)}>{clockText(Math.floor(passed / 1000) * 1000)}</span>
}
