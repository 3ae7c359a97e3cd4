'use client'
import { type RefObject, useEffect, useRef } from 'react'
import { useReader } from './context'
import { printed } from './print'
import type { Thread } from './threads'

/** Whenever the page is printed, it is printed with its notes as endnotes (print.ts; reader.css has the page). */
export function usePrint(article: RefObject<HTMLElement | null>, threads: readonly Thread[]): void {
  const { course, page } = useReader()
  const latest = useRef({ threads, course, page })
  latest.current = { threads, course, page }
  useEffect(() => {
    let copy: HTMLElement | null = null
    const end = () => {
      copy?.remove()
      copy = null
    }
    const begin = () => {
      end()
      if (!article.current) return
      const { threads, course, page } = latest.current
      const source = `${page.reading.title} · ${course.title}`
      copy = printed(article.current, threads, { source, timeZone: course.timeZone })
      article.current.after(copy)
    }
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
      end()
    }
  }, [article])
}
