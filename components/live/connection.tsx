'use client'
import { useEffect, useState } from 'react'
import type { StreamState } from './use-events'

/** Says so when the connection is lost for more than a moment. Nothing typed is lost meanwhile. */
export function Connection({ state }: { state: StreamState }) {
  const [show, setShow] = useState(false)
  useEffect(() => {
    setShow(false)
    if (state === 'open' || state === 'connecting') return
    const timer = setTimeout(() => setShow(true), state === 'ended' ? 0 : 600)
    return () => clearTimeout(timer)
  }, [state])
  return (
    <div role="status" aria-live="polite" data-stream={state} className="print:hidden">
      {show ? (
        <p className="fixed z-40 left-4 bottom-[calc(16px+var(--dock,0px))] rounded-full border border-rule-strong bg-surface shadow-float px-3.5 py-1.5 text-13">
          {state === 'ended' ? (
            <>
              You are signed out or no longer in this course.{' '}
              <button type="button" className="underline cursor-pointer" onClick={() => location.reload()}>
                Load again
              </button>
            </>
          ) : (
            'Connection lost. Trying again; what you write is kept.'
          )}
        </p>
      ) : null}
    </div>
  )
}
