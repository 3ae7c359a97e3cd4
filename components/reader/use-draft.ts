'use client'
import { useCallback, useEffect, useState } from 'react'

const read = (key: string): string => {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** Words being typed, kept in this browser until they are sent: a crash or a lost connection loses nothing. */
export function useDraft(name: string): [string, (text: string) => void, () => void] {
  const key = `draft:${name}`
  const [text, setText] = useState('')
  useEffect(() => setText(read(key)), [key])
  const set = useCallback(
    (next: string) => {
      setText(next)
      try {
        if (next) localStorage.setItem(key, next)
        else localStorage.removeItem(key)
      } catch {
        // storage is full or forbidden: the words are still on the screen
      }
    },
    [key],
  )
  return [text, set, useCallback(() => set(''), [set])]
}
