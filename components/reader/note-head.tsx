'use client'
import { lazy, Suspense, useState } from 'react'
import type { NoteDto } from '@/lib/discussion/schema'
import { ago, shortDate } from '@/lib/time'
import { useReader } from './context'
import { KIND_NAMES } from './note-kinds'

const History = lazy(() => import('./history-dialog'))

const STAFF_NAMES = { INSTRUCTOR: 'Instructor', ASSISTANT: 'Assistant' } as const
const SEEN_BY = { PRIVATE: 'Only you', GROUP: 'Your group', COURSE: null } as const

/** Who, when and what; and whether it is new, was edited, or is resolved. */
export function NoteHead({ note, isNew }: { note: NoteDto; isNew: boolean }) {
  const { now, course } = useReader()
  const staff = note.role === 'INSTRUCTOR' || note.role === 'ASSISTANT' ? STAFF_NAMES[note.role] : null
  const seenBy = note.threadId ? null : SEEN_BY[note.visibility]
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 text-13">
      <b className="font-semibold">{note.author}</b>
      {staff ? <span className="text-12 font-medium text-warn">{staff}</span> : null}
      <time dateTime={note.at} title={shortDate(note.at, course.timeZone)} className="text-12 text-ink-3">
        {ago(note.at, now, course.timeZone)}
      </time>
      {note.edited ? <Edited note={note} /> : null}
      {seenBy ? <span className="text-12 text-ink-3">{seenBy}</span> : null}
      {isNew ? <span className="note-new">new</span> : null}
      {note.threadId ? null : (
        <span className="ml-auto text-12 font-medium text-accent">
          {note.pinned ? <span className="text-ink-2">Pinned </span> : null}
          {note.locked ? <span className="text-ink-2">Locked </span> : null}
          {note.resolved ? <span className="text-good">Resolved </span> : null}
          {KIND_NAMES[note.kind]}
        </span>
      )}
    </header>
  )
}

function Edited({ note }: { note: NoteDto }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="text-12 text-ink-3 hover:text-ink underline decoration-dotted underline-offset-2 cursor-pointer"
        onClick={() => setOpen(true)}
        aria-label={`Edited: earlier wordings of the note by ${note.author}`}
      >
        edited
      </button>
      {open ? (
        <Suspense>
          <History note={note} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
