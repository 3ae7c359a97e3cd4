'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

const stored = (key: string): object | null => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return typeof value === 'object' && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const store = (key: string, value: object | null): void => {
  try {
    if (value) localStorage.setItem(key, JSON.stringify(value))
    else localStorage.removeItem(key)
  } catch {
    // storage is full or forbidden: what was typed is still on the screen
  }
}

/**
 * A form's content, kept in this browser until it is sent: a crash or a lost connection loses nothing.
 * @param name what is being written, and by whom: people share computers.
 * @param empty what an untouched form holds; a draft of an older shape is filled up from it.
 */
export function useDraft<T extends object>(
  name: string,
  empty: T,
): { draft: T; change: (part: Partial<T>) => void; clear: () => void } {
  const key = `draft:${name}`
  const [draft, setDraft] = useState(empty)
  const first = useRef(empty)
  useEffect(() => setDraft({ ...first.current, ...stored(key) }), [key])
  const change = useCallback(
    (part: Partial<T>) =>
      setDraft((old) => {
        const next = { ...old, ...part }
        store(key, next)
        return next
      }),
    [key],
  )
  const clear = useCallback(() => {
    store(key, null)
    setDraft(first.current)
  }, [key])
  return { draft, change, clear }
}
