'use client'
import { useEffect, useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'

const PAUSE_MS = 350

/** The field as it will be read, set by the server that will set it then. */
export function LivePreview({ critiqueId, code, text }: { critiqueId: string; code: string; text: string }) {
  const [html, setHtml] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const ask = async () => {
      try {
        const answer = await fetch(`/api/critiques/${critiqueId}/preview`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code, text }),
          signal: abort.signal,
        })
        if (!answer.ok) throw new Error(answer.statusText)
        setHtml((await answer.json()).html)
        setFailed(false)
      } catch {
        if (!abort.signal.aborted) setFailed(true)
      }
    }
    const timer = setTimeout(ask, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [critiqueId, code, text])
  return (
    <section aria-label={`Preview of ${code}`} className="border-t border-rule px-4 py-3 print:hidden">
      {failed ? <p className="text-13 text-ink-3">The preview could not be loaded.</p> : null}
      {html ? (
        <SafeHtml html={html} className="prose-serif measure" />
      ) : (
        <p className="text-13 text-ink-3">
          {html === '' ? 'Nothing is written yet.' : 'Loading the preview…'}
        </p>
      )}
    </section>
  )
}
