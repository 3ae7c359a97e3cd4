'use client'
import { useEffect, useState } from 'react'
import type { CitableText } from '@/lib/debates/schema'
import { useRoom } from '../room'

export type Text = { state: 'loading' | 'failed' } | { state: 'ready'; text: CitableText }
const PAUSE_MS = 200

/** The sections, the text of one of them and the paragraphs that have the words; a moment after the last key. */
export function useText(section: string | null, q: string): Text {
  const { debateId } = useRoom()
  const [text, setText] = useState<Text>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        const query = new URLSearchParams({ q, ...(section ? { section } : {}) })
        const answer = await fetch(`/api/debates/${debateId}/passages?${query}`, { signal: abort.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        setText({ state: 'ready', text: await answer.json() })
      } catch {
        if (!abort.signal.aborted) setText({ state: 'failed' })
      }
    }
    const timer = setTimeout(ask, q ? PAUSE_MS : 0)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [debateId, section, q])
  return text
}
