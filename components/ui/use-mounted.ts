'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False in the server's HTML: for what only the browser knows, such as its time zone. */
export const useMounted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
