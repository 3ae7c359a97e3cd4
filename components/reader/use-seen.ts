'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

const LOOK_MS = 1200
/** So much of it on the screen counts as seen, however long the note is. */
const ENOUGH = { share: 0.6, pixels: 160 }

type Watched = { id: string; timer?: ReturnType<typeof setTimeout> }

/** What has been on the screen, with the page in front, for long enough to be read. */
export function useSeen(): {
  seen: ReadonlySet<string>
  watch: (element: Element, id: string) => () => void
  see: (ids: string[]) => void
} {
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set())
  const watched = useRef(new Map<Element, Watched>())
  const observer = useRef<IntersectionObserver | null>(null)
  const see = useCallback((ids: string[]) => {
    if (ids.length) setSeen((now) => new Set([...now, ...ids]))
  }, [])

  const look = useCallback(
    (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
        const entry = watched.current.get(target)
        if (!entry) continue
        clearTimeout(entry.timer)
        const enough = intersectionRatio >= ENOUGH.share || intersectionRect.height >= ENOUGH.pixels
        if (!isIntersecting || !enough) continue
        const read = () => {
          if (document.visibilityState === 'visible') see([entry.id])
          else entry.timer = setTimeout(read, LOOK_MS)
        }
        entry.timer = setTimeout(read, LOOK_MS)
      }
    },
    [see],
  )
  const watch = useCallback(
    (element: Element, id: string) => {
      observer.current ??= new IntersectionObserver(look, { threshold: [0, 0.3, ENOUGH.share, 1] })
      watched.current.set(element, { id })
      observer.current.observe(element)
      return () => {
        clearTimeout(watched.current.get(element)?.timer)
        watched.current.delete(element)
        observer.current?.unobserve(element)
      }
    },
    [look],
  )
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = null
    },
    [],
  )
  return { seen, watch, see }
}
