'use client'
import { useCallback, useEffect, useState } from 'react'

/** Which rows show what is known of them; a link to a row (#E07) opens it. */
export function useOpened(): { open: ReadonlySet<string>; toggle: (row: string) => void } {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const follow = () => {
      const row = location.hash.slice(1)
      if (row) setOpen((old) => new Set([...old, row]))
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const toggle = useCallback(
    (row: string) =>
      setOpen((old) => {
        const next = new Set(old)
        if (!next.delete(row)) next.add(row)
        return next
      }),
    [],
  )
  return { open, toggle }
}
