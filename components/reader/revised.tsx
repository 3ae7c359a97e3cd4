'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useReader } from './context'

/** Where the section is read from now on, and its version: what `reading.revised` carries. */
export type Revised = { version: number; position: number }

const isTyping = (): boolean => document.querySelector('.reader textarea') !== null

/** The text that is shown is no longer the text: loads the new one as soon as nobody is in the middle of writing. */
export function RevisedNotice({ revised, base }: { revised: Revised; base: string }) {
  const { page } = useReader()
  const router = useRouter()
  const { position } = revised
  const moved = position !== page.section.position
  const stale = moved || revised.version > page.section.version
  const known = useRef<Revised>(null)
  const load = useCallback(() => {
    // offsets of the earlier text (?at=) mean nothing in the new one
    if (moved || location.search.includes('at=')) router.replace(`${base}/${position}`, { scroll: false })
    else router.refresh()
  }, [router, base, position, moved])
  useEffect(() => {
    if (!stale) {
      // only the heading is other, or this page was made after the revision and hears of it now
      if (known.current !== revised) router.refresh()
      known.current = revised
      return
    }
    if (!isTyping()) return load()
    const timer = setInterval(() => {
      if (!isTyping()) load()
    }, 1500)
    return () => clearInterval(timer)
  }, [stale, revised, router, load])
  if (!stale) return null
  return (
    <div
      role="status"
      className="fixed z-40 left-1/2 -translate-x-1/2 top-[calc(var(--bar)+12px)] max-w-[calc(100vw-32px)] flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-rule-strong bg-surface shadow-float px-3.5 py-2 text-13 print:hidden"
    >
      <span>The text was revised. What you are writing is kept.</span>
      <Button onClick={load}>Load the new version</Button>
    </div>
  )
}
