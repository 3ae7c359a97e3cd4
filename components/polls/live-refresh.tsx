'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { useEvents } from '@/components/live/use-events'

const PAUSE_MS = 1500

/**
 * Asks for the page anew when something it shows has changed, at most once in a while: a class votes all at once.
 * @param scope a poll, where only its own events matter.
 */
export function LiveRefresh({
  course,
  seq,
  types,
  scope,
}: {
  course: string
  seq: number
  types: string[]
  scope?: string
}) {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The page's number rises with every refresh; the stream goes on from where it began.
  const [after] = useState(seq)
  const refresh = () => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined
        router.refresh()
      },
      PAUSE_MS * (0.3 + Math.random()),
    )
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const state = useEvents(
    course,
    after,
    types,
    (event) => {
      if (scope === undefined || event.data.scopeId === scope) refresh()
    },
    refresh,
  )
  return <Connection state={state} />
}
