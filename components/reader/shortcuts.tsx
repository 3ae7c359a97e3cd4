'use client'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { keyOf } from './shortcut-keys'

const Help = lazy(() => import('./shortcuts-dialog'))

/** The button and the key `?` that tell what the other keys do. */
export function Shortcuts() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keyOf(event) !== '?') return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button look="quiet" className="pointer-coarse:hidden" onClick={() => setOpen(true)}>
        Keyboard
      </Button>
      {open ? (
        <Suspense>
          <Help onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
