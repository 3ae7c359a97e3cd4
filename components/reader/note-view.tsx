'use client'
import { useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { toast } from '@/components/ui/toasts'
import type { NoteDto } from '@/lib/discussion/schema'
import { ago, shortDate } from '@/lib/time'
import { useReader } from './context'
import { fetchSource } from './note-client'
import { KIND_NAMES } from './note-kinds'
import { WriteBox } from './write-box'

const STAFF_NAMES = { INSTRUCTOR: 'Instructor', ASSISTANT: 'Assistant' } as const
const SEEN_BY = { PRIVATE: 'Only you', GROUP: 'Your group', COURSE: null } as const

const TOOL = 'cursor-pointer text-ink-3 hover:text-ink pointer-coarse:py-2'

function Head({ note }: { note: NoteDto }) {
  const { now, course } = useReader()
  const staff = note.role === 'INSTRUCTOR' || note.role === 'ASSISTANT' ? STAFF_NAMES[note.role] : null
  const seenBy = note.threadId ? null : SEEN_BY[note.visibility]
  return (
    <header className="flex flex-wrap items-baseline gap-x-2 text-13">
      <b className="font-semibold">{note.author}</b>
      {staff ? <span className="text-12 font-medium text-warn">{staff}</span> : null}
      <time dateTime={note.at} title={shortDate(note.at, course.timeZone)} className="text-12 text-ink-3">
        {ago(note.at, now, course.timeZone)}
        {note.edited ? ', edited' : ''}
      </time>
      {seenBy ? <span className="text-12 text-ink-3">{seenBy}</span> : null}
      {note.threadId ? null : (
        <span className="ml-auto text-12 font-medium text-accent">{KIND_NAMES[note.kind]}</span>
      )}
    </header>
  )
}

/** One post: who, when, what, and what one may do with it. */
export function NoteView({ note, onReply }: { note: NoteDto; onReply?: () => void }) {
  const { page, notes, course } = useReader()
  const [source, setSource] = useState<string | null>(null)
  const mine = note.authorId === course.viewer.memberId
  const canEdit = mine && page.can.write && note.kind !== 'HIGHLIGHT'
  const canDelete = (mine && page.can.write) || page.can.moderate
  if (note.deleted) return <p className="text-13 text-ink-3 italic">This note was deleted.</p>
  const beginEdit = async () => {
    const answer = await fetchSource(note.id)
    if (answer.ok) setSource(answer.value.body)
    else toast(answer.problem.message, { tone: 'bad' })
  }
  return (
    <article data-note={note.id} aria-label={`${KIND_NAMES[note.kind]} by ${note.author}`}>
      <Head note={note} />
      {source === null ? (
        <SafeHtml html={note.html} className="mt-0.5 text-14" />
      ) : (
        <WriteBox
          draft={`edit:${note.id}`}
          label="Edit your note"
          placeholder="What do you make of this?"
          verb="Save"
          initial={source}
          onSend={(body) => notes.edit(note.id, body)}
          onDone={() => setSource(null)}
        />
      )}
      <footer className="flex flex-wrap gap-x-3.5 mt-1 text-12">
        {page.can.write && onReply ? (
          <button type="button" className={cx(TOOL, 'font-medium text-ink-2')} onClick={onReply}>
            Reply
          </button>
        ) : null}
        {note.visibility === 'COURSE' && page.can.write ? (
          <a className={TOOL} href={`/courses/${course.slug}/debates?cite=${note.id}`}>
            Cite in debate
          </a>
        ) : null}
        {canEdit ? (
          <button type="button" className={TOOL} onClick={beginEdit}>
            Edit
          </button>
        ) : null}
        {canDelete ? (
          <button type="button" className={TOOL} onClick={() => notes.remove(note.id)}>
            Delete
          </button>
        ) : null}
      </footer>
    </article>
  )
}
