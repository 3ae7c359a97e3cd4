'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { closeDebateAction } from '@/lib/debates/actions'
import { send } from './send'

/** Closing cannot be taken back, so it asks first. */
export function CloseDebate({ id }: { id: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const close = async () => {
    setBusy(true)
    const answer = await send(closeDebateAction({ id }))
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    setOpen(false)
    router.refresh()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Close debate</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Close this debate">
        <p className="text-ink-2">
          The argument stays as it is for everyone to read. Nothing can be added, changed or deleted any more,
          and it cannot be opened again.
        </p>
        {error ? (
          <p role="alert" className="mt-3 text-13 text-bad">
            {error}
          </p>
        ) : null}
        <div className="mt-5 flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            Keep it open
          </Button>
          <Button look="main" busy={busy} onClick={close}>
            Close debate
          </Button>
        </div>
      </Dialog>
    </>
  )
}
