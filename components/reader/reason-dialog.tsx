'use client'
import { ReasonDialog } from '@/components/ui/reason-dialog'
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

type Props = { note: NoteDto; act: Reasoned; onClose: () => void }

/** Asks for the words that go with hiding or reporting a note. */
export default function NoteReason({ note, act, onClose }: Props) {
  const { notes } = useReader()
  const { title, ...words } = WORDS[act]
  const send = async (reason: string): Promise<string | undefined> => {
    const answer =
      act === 'HIDE' ? await notes.own.moderate(note.id, 'HIDE', reason) : await sendReport(note.id, reason)
    if (!answer.ok) return answer.problem.fields?.reason ?? answer.problem.message
    if (act === 'REPORT') toast('Reported. The staff will look at it.')
  }
  return <ReasonDialog title={title(note.author)} {...words} onSend={send} onClose={onClose} />
}
