'use client'
import { type ComponentType, lazy, Suspense, useRef } from 'react'
import type { ClaimDto } from '@/lib/debates/schema'
import { useArgument, type What } from '../context'

type Shown = ComponentType<{ claim: ClaimDto; onClose: () => void }>

/** Seldom opened, so each comes when it is. */
const DIALOGS: Partial<Record<What, Shown>> = {
  MOVE: lazy(() => import('./move-dialog')),
  MERGE: lazy(() => import('./merge-dialog')),
  LINK: lazy(() => import('./link-dialog')),
  HISTORY: lazy(() => import('./history-dialog')),
  HIDE: lazy(() => import('./reason-dialogs').then((d) => ({ default: d.HideClaim }))),
  REPORT: lazy(() => import('./reason-dialogs').then((d) => ({ default: d.ReportClaim }))),
}

/** The dialog that is open at a claim; the claim has the keyboard again when it closes. */
export function ClaimDialogs() {
  const { ui, steer, byId } = useArgument()
  const claim = ui.open ? byId.get(ui.open.id) : undefined
  const Shown = ui.open && DIALOGS[ui.open.what]
  const at = useRef<Element | null>(null)
  if (!claim || !Shown) {
    at.current = null
    return null
  }
  at.current ??= document.activeElement
  const close = () => {
    const back = at.current
    steer.change({ open: null })
    requestAnimationFrame(() => {
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
    })
  }
  return (
    <Suspense>
      <Shown key={claim.id} claim={claim} onClose={close} />
    </Suspense>
  )
}
