'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useMounted } from '@/components/ui/use-mounted'
import type { SaveState, View } from './autosave'

const clock = (at: string | number) =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** True once the state has lasted: a save that takes a moment need not flicker, nor be read aloud each time. */
function useLasting(wanted: boolean, ms = 1500): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    setLasting(false)
    if (!wanted) return
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [wanted, ms])
  return wanted && lasting
}

const TROUBLE: Partial<Record<SaveState['kind'], string>> = {
  offline: 'Not saved: kept in this browser, trying again',
  stale: 'Not saved: changed in another window',
  refused: 'Not saved',
}

/** "Saved 12:03", or what stands in the way. */
export function SaveLine({ view }: { view: View }) {
  const path = usePathname()
  const mounted = useMounted()
  const { kind } = view.state
  const slow = useLasting(kind === 'saving')
  if (kind === 'signed-out')
    return (
      <p aria-live="polite" data-save={kind} className="text-13 text-bad">
        You are signed out. What you wrote is kept in this browser.{' '}
        <a className="underline" href={`/sign-in?next=${encodeURIComponent(path)}`}>
          Sign in again
        </a>
      </p>
    )
  const trouble = TROUBLE[kind]
  const saved = view.revision === 0 ? 'Saves as you type' : `Saved${mounted ? ` ${clock(view.savedAt)}` : ''}`
  return (
    <p
      aria-live="polite"
      data-save={kind}
      className={trouble ? 'text-13 text-bad' : 'num text-13 text-ink-3'}
    >
      {trouble ?? (slow ? 'Saving…' : saved)}
    </p>
  )
}
