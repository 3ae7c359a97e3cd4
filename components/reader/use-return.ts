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
    if (to instanceof HTMLElement) whenDropped(document.activeElement, () => to.isConnected && focusOn(to))
  }, [])
  return { leave, back }
}

const focusOn = (element: HTMLElement): void => element.focus({ preventScroll: true })

/** The box goes from the page a frame or two later, and focus drops to the body; unless it has gone elsewhere itself. */
function whenDropped(holder: Element | null, act: () => void, frames = 60): void {
  requestAnimationFrame(() => {
    const now = document.activeElement
    if (!now || now === document.body) act()
    else if (now === holder && frames > 0) whenDropped(holder, act, frames - 1)
  })
}
