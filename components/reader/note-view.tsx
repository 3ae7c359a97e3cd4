'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { toast } from '@/components/ui/toasts'
import type { NoteDto } from '@/lib/discussion/schema'
import { useReader } from './context'
import { NO_FILTER } from './filters'
import { HiddenNote } from './hidden-note'
import { fetchSource } from './note-client'
import { NoteHead } from './note-head'
import { KIND_NAMES } from './note-kinds'
import { NoteTools } from './note-tools'
import { useReturn } from './use-return'
import { WriteBox } from './write-box'

/** One post: who, when, what, and what one may do with it. */
export function NoteView({ note, onReply }: { note: NoteDto; onReply?: (() => void) | undefined }) {
  const { notes, unread, setFilter } = useReader()
  const [source, setSource] = useState<string | null>(null)
  const { leave, back } = useReturn()
  const ref = useRef<HTMLElement>(null)
  const isNew = unread.isNew(note)
  const { watch } = unread
  useEffect(() => {
    if (isNew && ref.current) return watch(ref.current, note.id)
  }, [isNew, watch, note.id])
  if (note.deleted) return <p className="text-13 text-ink-3 italic">This note was deleted.</p>
  if (note.hidden) return <HiddenNote note={note} />
  const beginEdit = async () => {
    leave()
    const answer = await fetchSource(note.id)
    if (answer.ok) setSource(answer.value.body)
    else toast(answer.problem.message, { tone: 'bad' })
  }
  /** A shortcut; the filter above the notes has the tags for the keyboard. */
  const onClick = (event: MouseEvent) => {
    const tag = (event.target as Element).closest('.tag')?.textContent
    if (tag) setFilter({ ...NO_FILTER, tag: tag.slice(1).toLowerCase().normalize('NFC') })
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see `onClick`
    <article
      ref={ref}
      data-note={note.id}
      aria-label={`${KIND_NAMES[note.kind]} by ${note.author}`}
      onClick={onClick}
    >
      <NoteHead note={note} isNew={isNew} />
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
          onDone={() => {
            setSource(null)
            back()
          }}
        />
      )}
      <NoteTools note={note} onReply={onReply} onEdit={beginEdit} />
    </article>
  )
}
