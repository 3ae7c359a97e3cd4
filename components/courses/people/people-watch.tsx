'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Connection } from '@/components/live/connection'
import { useEvents } from '@/components/live/use-events'

const TYPES = ['member.joined', 'member.changed', 'member.removed', 'course.changed']

/** People appear as they join. A whole class that joins at once is one refresh, not one for each. */
export function PeopleWatch({ slug, seq }: { slug: string; seq: number }) {
  const router = useRouter()
  const [from] = useState(seq)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const refresh = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => router.refresh(), 250)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return <Connection state={useEvents(slug, from, TYPES, refresh, refresh)} />
}
