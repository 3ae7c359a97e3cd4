'use client'
import { useEffect } from 'react'

/**
 * How much of the foot of the window an on-screen keyboard covers, as `--keyboard`, for the sheet of notes to stand on.
 * Where the browser shrinks the page instead (see `interactiveWidget` in app/layout.tsx) that is nothing; a page that is
 * magnified shows less of itself without any keyboard.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const seen = visualViewport
    const root = document.documentElement
    if (!seen) return
    const measure = () => {
      const covered =
        seen.scale > 1.01 ? 0 : Math.max(0, Math.round(innerHeight - seen.height - seen.offsetTop))
      root.style.setProperty('--keyboard', `${covered}px`)
    }
    const resized = () => {
      measure()
      requestAnimationFrame(showWriting)
    }
    seen.addEventListener('resize', resized)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', resized)
      seen.removeEventListener('scroll', measure)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}

/** The sheet has less room now: what is being written in it, and the button that sends it, stay in view. */
function showWriting() {
  const writing = document.activeElement?.closest('.notes form')
  writing?.scrollIntoView({ block: 'nearest' })
}
