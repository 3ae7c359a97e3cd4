'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { type StreamEvent, useEvents } from '@/components/live/use-events'
import { markSeenAction } from '@/lib/courses/actions'

// Rare things alone: three hundred open home pages must not each be made anew for every note.
const TYPES = [
  ...['poll.opened', 'poll.closed', 'debate.created', 'debate.closed', 'debate.session'],
  ...['assignment.created', 'reading.published', 'reading.changed', 'reading.revised'],
  ...['review.released', 'course.changed'],
]
/** Long enough to have read what is new, short enough that it is not told twice. */
const READ_MS = 5000
/** A class reacts to one event at once: their browsers ask again over this span. */
const SPREAD_MS = 1500

/** Keeps course home up to date, and remembers that its news was seen once the page has been looked at. */
export function HomeWatch({ courseId, slug, seq }: { courseId: string; slug: string; seq: number }) {
  const router = useRouter()
  const [from] = useState(seq)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const refresh = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => router.refresh(), Math.random() * SPREAD_MS)
  }
  const hear = ({ type, data }: StreamEvent) => {
    // A session moves often; that it begins and ends is what home tells.
    if (type !== 'debate.session' || data.act === 'start' || data.act === 'end') refresh()
  }
  const state = useEvents(slug, from, TYPES, hear, refresh)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    let looking: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(looking)
      if (document.visibilityState === 'visible')
        looking = setTimeout(() => void markSeenAction({ courseId, seq }).catch(() => {}), READ_MS)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(looking)
      document.removeEventListener('visibilitychange', look)
    }
  }, [courseId, seq])
  return <Connection state={state} />
}
