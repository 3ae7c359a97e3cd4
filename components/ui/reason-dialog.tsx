'use client'
import { useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { TextArea } from './field'

type Props = {
  title: string
  label: string
  hint: string
  verb: string
  /** Answers with what is wrong, to stand beside the field; with nothing when it is done. */
  onSend: (reason: string) => Promise<string | undefined>
  onClose: () => void
}

/** Asks for the words that go with an act, and keeps them while it is refused. */
export function ReasonDialog({ title, label, hint, verb, onSend, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const wrong = await onSend(reason)
    setBusy(false)
    if (wrong) setError(wrong)
    else onClose()
  }
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void send()
        }}
      >
        <TextArea
          label={label}
          hint={hint}
          error={error}
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="main" busy={busy}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
