'use client'
import { useSyncExternalStore } from 'react'

/** From here on there is room for the margin beside the text; reader.css has the same number. */
const WIDE = '(min-width: 72rem)'

function subscribe(watch: () => void) {
  const query = matchMedia(WIDE)
  query.addEventListener('change', watch)
  return () => query.removeEventListener('change', watch)
}

export const useWide = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(WIDE).matches,
    () => true,
  )
