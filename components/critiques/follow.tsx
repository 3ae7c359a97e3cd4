'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Connection } from '@/components/live/connection'
import { useEvents } from '@/components/live/use-events'

/** Loads the page's data anew when one of these things happens in the course. */
export function Follow({ slug, after, types }: { slug: string; after: number; types: string[] }) {
  const router = useRouter()
  const [first] = useState(after)
  const refresh = () => router.refresh()
  return <Connection state={useEvents(slug, first, types, refresh, refresh)} />
}
