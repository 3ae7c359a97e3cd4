'use client'
import { useEffect, useReducer, useState } from 'react'
import type { DraftText } from '@/lib/critiques/schema'
import { Autosave } from './autosave'
import { httpTransport } from './transport'

/** The page's autosave: brought up with what the browser kept, and told when the page is left or looked at again. */
export function useAutosave(id: string, draft: DraftText, url = `/api/critiques/${id}/answers`): Autosave {
  const [, render] = useReducer((n: number) => n + 1, 0)
  const [autosave] = useState(() => new Autosave(id, draft, httpTransport(url), render))
  useEffect(() => {
    autosave.restore()
    const leave = () => autosave.leave()
    const turn = () => {
      if (document.visibilityState === 'visible') void autosave.look()
      else autosave.leave()
    }
    const look = () => void autosave.look()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', look)
    document.addEventListener('visibilitychange', turn)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', look)
      document.removeEventListener('visibilitychange', turn)
      autosave.leave()
      autosave.stop()
    }
  }, [autosave])
  return autosave
}
