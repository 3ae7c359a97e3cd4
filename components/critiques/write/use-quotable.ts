'use client'
import { useEffect, useState } from 'react'
import type { QuotablePage } from '@/lib/critiques/quotes/schema'

type Found = { state: 'loading' | 'failed' } | ({ state: 'ready' } & QuotablePage)
export type Asked = { kind: string; q: string; section: string; mine: boolean }

const PAUSE_MS = 200

/** What can be quoted, as it is asked for: a moment after the last key. */
export function useQuotable(critiqueId: string, { kind, q, section, mine }: Asked): Found {
  const [found, setFound] = useState<Found>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        const query = new URLSearchParams({ kind, q })
        if (section) query.set('section', section)
        if (mine) query.set('mine', '')
        const url = `/api/critiques/${critiqueId}/quotable?${query}`
        const answer = await fetch(url, { signal: abort.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        setFound({ state: 'ready', ...(await answer.json()) })
      } catch {
        if (!abort.signal.aborted) setFound({ state: 'failed' })
      }
    }
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [critiqueId, kind, q, section, mine])
  return found
}
