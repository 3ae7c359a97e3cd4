'use client'
import { useEffect } from 'react'
import { keyOf } from '@/components/reader/shortcut-keys'
import { Dialog } from '@/components/ui/dialog'
import { KeyList } from '@/components/ui/key-list'
import { KEYS } from './keys'

/** What the keys do, behind `?`. */
export function KeyHelp({
  open,
  onOpen,
  onClose,
}: {
  open: boolean
  onOpen: () => void
  onClose: () => void
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (keyOf(event) !== '?') return
      event.preventDefault()
      onOpen()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onOpen])
  return (
    <Dialog open={open} onClose={onClose} title="Rating by keyboard">
      <p className="text-13 text-ink-2">
        Go to a cell of your matrix with the tabulator. A rating goes on to the next explanation, and from the
        last one to the next row.
      </p>
      <KeyList keys={KEYS} />
    </Dialog>
  )
}
