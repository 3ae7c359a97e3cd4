'use client'
import { useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { toast } from '@/components/ui/toasts'
import type { NoteDto } from '@/lib/discussion/schema'
import { useReader } from './context'
import { fetchSource } from './note-client'

const LINK = 'underline underline-offset-2 hover:text-ink cursor-pointer'

/** What stands where the staff have hidden a note: its author and the staff may still ask for its words. */
export function HiddenNote({ note }: { note: NoteDto }) {
  const { page, course, notes } = useReader()
  const [words, setWords] = useState<{ html: string; reason: string } | null>(null)
  const staff = page.can.moderate
  const may = staff || note.authorId === course.viewer.memberId
  const show = async () => {
    const answer = await fetchSource(note.id)
    if (!answer.ok) return toast(answer.problem.message, { tone: 'bad' })
    setWords({ html: answer.value.html, reason: answer.value.hiddenReason })
  }
  return (
    <div data-note={note.id} className="text-13 text-ink-3">
      <p>
        <i>{note.authorId === course.viewer.memberId ? 'Your note' : 'A note'} was hidden by the staff.</i>{' '}
        {may && !words ? (
          <button type="button" className={LINK} onClick={show}>
            Show it to me
          </button>
        ) : null}{' '}
        {staff ? (
          <button type="button" className={LINK} onClick={() => notes.own.moderate(note.id, 'SHOW')}>
            Put it back
          </button>
        ) : null}
      </p>
      {words ? (
        <>
          <SafeHtml html={words.html} className="mt-1 text-14 text-ink-2" />
          <p className="mt-1">Reason: {words.reason}</p>
        </>
      ) : null}
    </div>
  )
}
