'use client'
import { useCallback, useRef } from 'react'

/**
 * Focus goes back to where it was before a box was opened, once that is closed.
 * @returns `leave` remembers (another place, where one is given); `back` goes there if focus is nowhere else.
 */
export function useReturn(): { leave: (to?: Element | null) => void; back: () => void } {
  const from = useRef<Element | null>(null)
  const leave = useCallback((to?: Element | null) => {
    from.current = to ?? document.activeElement
  }, [])
  const back = useCallback(() => {
    const to = from.current
    from.current = null
    // after the box has gone from the page, which drops focus to the body
    requestAnimationFrame(() => {
      const lost = !document.activeElement || document.activeElement === document.body
      if (lost && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true })
    })
  }, [])
  return { leave, back }
}
