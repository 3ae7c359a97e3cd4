'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { toast } from '@/components/ui/toasts'
import type { LeadDto } from '@/lib/live/schema'
import { useReader } from './context'
import { placeInView } from './lead-place'
import type { ArticleRef } from './together'

/** A place is told when the scrolling rests for this long; and again while nothing moves, as a sign of life. */
const REST_MS = 250
const BEAT_MS = 15_000

const key = (slug: string) => `colloquy:lead:${slug}`

async function send(slug: string, method: 'POST' | 'DELETE', body: object): Promise<Response | null> {
  return fetch(`/api/courses/${slug}/lead`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  }).catch(() => null)
}

export type Leading = { on: boolean; begin: () => void; letGo: () => void }

/** Leading from this window, from section to section, until one lets go or somebody else takes over. */
export function useLeading(article: ArticleRef, lead: LeadDto | null): Leading {
  const { course, page, activeId, notes } = useReader()
  const { slug, viewer } = course
  const sectionId = page.section.id
  const [on, setOn] = useState(() => sessionStorage.getItem(key(slug)) !== null)
  const told = useRef(-1)

  const stop = useCallback(() => {
    sessionStorage.removeItem(key(slug))
    setOn(false)
  }, [slug])
  const tell = useCallback(
    async (at: number, take = false) => {
      told.current = at
      const response = await send(slug, 'POST', { sectionId, at, take })
      if (response && !response.ok) {
        stop()
        if (take) toast('You cannot lead here just now. Try again shortly.', { tone: 'bad' })
      }
      return response?.ok ?? false
    },
    [slug, sectionId, stop],
  )
  const begin = useCallback(async () => {
    if (!(await tell(placeInView(article.current), true))) return
    sessionStorage.setItem(key(slug), sectionId)
    setOn(true)
  }, [tell, article, slug, sectionId])
  const letGo = useCallback(() => {
    stop()
    void send(slug, 'DELETE', {})
  }, [slug, stop])

  useEffect(() => {
    if (!on) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const at = placeInView(article.current)
        if (at !== told.current) void tell(at)
      }, REST_MS)
    }
    void tell(placeInView(article.current))
    const beat = setInterval(() => void tell(placeInView(article.current)), BEAT_MS)
    addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      clearInterval(beat)
      removeEventListener('scroll', onScroll)
    }
  }, [on, article, tell])

  // A passage that the leader makes the active one is where everybody should look.
  const start = activeId ? (notes.notes.get(activeId)?.start ?? null) : null
  useEffect(() => {
    if (on && start !== null) void tell(start)
  }, [on, start, tell])

  // Somebody else took over; not before this window has heard of its own beginning.
  const leader = lead?.leaderId
  const heard = useRef(false)
  useEffect(() => {
    if (!on) heard.current = false
    else if (leader === viewer.memberId) heard.current = true
    else if (leader && heard.current) stop()
  }, [on, leader, viewer.memberId, stop])
  return { on, begin, letGo }
}
