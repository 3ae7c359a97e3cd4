'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import type { NoteDto } from '@/lib/discussion/schema'
import { useReader } from './context'
import { sendReport } from './note-client'

const WORDS = {
  HIDE: {
    title: (author: string) => `Hide the note by ${author}`,
    label: 'Why',
    hint: 'The class sees that a note was hidden, not what it said. Its author can still read it, with your reason.',
    verb: 'Hide the note',
  },
  REPORT: {
    title: (author: string) => `Report the note by ${author}`,
    label: 'What is wrong with it',
    hint: 'The instructor and the assistants read this and see that it comes from you. Nobody else does.',
    verb: 'Send to the staff',
  },
} as const
export type Reasoned = keyof typeof WORDS

/** Asks for the words that go with hiding or reporting a note. */
export default function ReasonDialog({
  note,
  act,
  onClose,
}: {
  note: NoteDto
  act: Reasoned
  onClose: () => void
}) {
  const { notes } = useReader()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { title, label, hint, verb } = WORDS[act]
  const send = async () => {
    setBusy(true)
    const answer =
      act === 'HIDE' ? await notes.own.moderate(note.id, 'HIDE', reason) : await sendReport(note.id, reason)
    setBusy(false)
    if (!answer.ok) return setError(answer.problem.fields?.reason ?? answer.problem.message)
    if (act === 'REPORT') toast('Reported. The staff will look at it.')
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={title(note.author)}>
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
