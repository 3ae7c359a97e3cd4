'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { pathTo } from '@/lib/debates/rules/outline'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ClaimDto } from '@/lib/debates/schema'
import type { Steer, Ui, View } from './context'
import { byNumber, type ClaimStore } from './store'

const REMEMBERED = 'argument-view'

function remember(view: View): void {
  const url = new URL(location.href)
  if (view === 'map') url.searchParams.set('view', 'map')
  else url.searchParams.delete('view')
  history.replaceState(history.state, '', url)
  try {
    localStorage.setItem(REMEMBERED, view)
  } catch {
    // storage is forbidden: the address has it
  }
}

function remembered(): View | null {
  try {
    return localStorage.getItem(REMEMBERED) === 'map' ? 'map' : null
  } catch {
    return null
  }
}

const numberIn = (hash: string): number | null => {
  const digits = /^#C(\d{1,6})$/.exec(hash)?.[1]
  return digits ? Number(digits) : null
}

/** A phone has no room for a map unless one asks for it. */
const hasRoom = (): boolean => matchMedia('(min-width: 768px)').matches

/** What of the argument is shown and how; the view is in the address and remembered in this browser. */
export function useUi(first: View | null, placed: readonly ClaimDto[], store: ClaimStore): [Ui, Steer] {
  const [ui, setUi] = useState<Ui>({
    ...{ view: first ?? 'outline', current: null, open: null, focus: null, folded: new Set<string>() },
    filter: { of: 'ALL', side: null },
  })
  /** What is folded in the view that is not shown: each has its own. */
  const away = useRef<ReadonlySet<string>>(new Set())
  const claims = useRef(placed)
  claims.current = placed
  const change = useCallback((part: Partial<Ui>) => {
    if (part.view) remember(part.view)
    setUi((old) => {
      if (!part.view || part.view === old.view) return { ...old, ...part }
      const folded = away.current
      away.current = old.folded
      return { ...old, folded, ...part }
    })
  }, [])
  const going = useRef<string | null>(null)

  const choose = useCallback((id: string, go = false) => {
    if (go) going.current = id
    setUi((old) => {
      if (old.current === id && !go) return old
      const above = go ? pathTo(claims.current, id).slice(0, -1) : []
      const hidden = above.some((c) => old.folded.has(c.id))
      const folded = hidden
        ? new Set([...old.folded].filter((f) => !above.some((c) => c.id === f)))
        : old.folded
      return { ...old, current: id, folded }
    })
  }, [])
  const toggle = useCallback((id: string, fold?: boolean) => {
    setUi((old) => {
      const folded = new Set(old.folded)
      if (fold ?? !folded.has(id)) folded.add(id)
      else folded.delete(id)
      return { ...old, folded }
    })
  }, [])
  const steer = useMemo(() => ({ change, choose, toggle }), [change, choose, toggle])

  useEffect(() => {
    if (first === null && hasRoom() && remembered() === 'map') change({ view: 'map' })
  }, [first, change])

  // the keyboard follows once the claim is drawn
  useEffect(() => {
    const id = going.current
    if (!id || ui.current !== id) return
    going.current = null
    document.querySelector<HTMLElement>(`[data-claim="${id}"]`)?.focus({
      // a map brings its cards into sight itself
      preventScroll: ui.view === 'map',
    })
  }, [ui])

  useEffect(() => {
    const follow = () => {
      const number = numberIn(location.hash)
      const claim = number === null ? undefined : byNumber(store.read(), number)
      if (!claim) return
      setUi((old) => ({ ...old, focus: null, filter: { of: 'ALL', side: null } }))
      choose(claim.id, true)
      requestAnimationFrame(() =>
        document.getElementById(claimCode(claim.number))?.scrollIntoView({ block: 'center' }),
      )
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [store, choose])

  return [ui, steer]
}
