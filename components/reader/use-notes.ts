'use client'
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type StreamEvent, type StreamState, useEvents } from '@/components/live/use-events'
import { toast } from '@/components/ui/toasts'
import type { NoteDto } from '@/lib/discussion/schema'
import {
  type Answer,
  fetchNotes,
  type NewNote,
  sendDelete,
  sendEdit,
  sendNote,
  sendRestore,
} from './note-client'
import type { Revised } from './revised'
import { type Own, useOwn } from './use-own'

export type NotesState = {
  notes: ReadonlyMap<string, NoteDto>
  loaded: boolean
  stream: StreamState
  /** What is the viewer's own beside the notes. */
  own: Own
  post: (note: NewNote) => Promise<Answer<NoteDto>>
  edit: (id: string, body: string) => Promise<Answer<NoteDto>>
  remove: (id: string) => Promise<void>
  /** The section is other than on this page: which version it is, and where it is read. */
  revised: Revised | null
}

const NOTE_EVENTS = [
  ...['note.posted', 'note.edited', 'note.deleted', 'note.restored', 'note.reacted', 'note.resolved'],
  ...['note.placed', 'note.moderated', 'section.changed', 'reading.revised'],
  ...['claim.added', 'claim.edited', 'claim.deleted', 'claim.moved', 'claim.merged'],
  'claim.moderated',
] as const

type Notes = ReadonlyMap<string, NoteDto>

/**
 * The section's notes as they are now: the list once, then every change as it happens.
 * @param onSectionChanged the section itself is set otherwise: the page should ask again.
 * @param onClaim something happened in a debate: its claims may rest on this section.
 */
export function useNotes(
  courseSlug: string,
  sectionId: string,
  seq: number,
  memberId: string,
  onSectionChanged: () => void,
  onClaim: (event: StreamEvent) => void,
): NotesState {
  const [notes, setNotes] = useState<Notes>(() => new Map())
  const [loaded, setLoaded] = useState(false)
  /** What came while a list was on its way is newer than the list. */
  const heard = useRef(new Map<string, NoteDto>())
  const asked = useRef(0)
  const [revised, setRevised] = useState<Revised | null>(null)

  const put = useCallback((note: NoteDto) => {
    heard.current.set(note.id, note)
    setNotes((now) => new Map(now).set(note.id, note))
  }, [])
  const keep = useCallback(
    (answer: Answer<NoteDto>) => {
      if (answer.ok) put(answer.value)
      return answer
    },
    [put],
  )
  const { own, begin } = useOwn(keep)

  const load = useCallback(async () => {
    const ticket = ++asked.current
    heard.current = new Map()
    const answer = await fetchNotes(courseSlug, sectionId)
    if (ticket !== asked.current) return
    if (!answer.ok) return toast(answer.problem.message, { tone: 'bad' })
    const { course, own, me } = answer.value
    const listed = new Map([...[...course, ...own].map((n) => [n.id, n] as const), ...heard.current])
    // Thousands of notes are rendered in slices between the reader's own clicks and keys.
    startTransition(() => {
      setNotes(listed)
      begin(me)
      setLoaded(true)
    })
  }, [courseSlug, sectionId, begin])
  useEffect(() => void load(), [load])

  const onEvent = useCallback(
    (event: StreamEvent) => {
      const { type, data } = event
      if (type.startsWith('claim.')) return onClaim(event)
      if (data.scopeId !== sectionId) return
      if (type === 'reading.revised') return setRevised(data as Revised)
      if (type === 'section.changed') {
        onSectionChanged()
        return void load()
      }
      const note = data.note as NoteDto
      put(note)
      if (note.authorId === memberId && changesWhatIsHeld(own.held, type)) void load()
    },
    [sectionId, memberId, own.held, put, load, onSectionChanged, onClaim],
  )
  const stream = useEvents(courseSlug, seq, NOTE_EVENTS, onEvent, () => location.reload(), sectionId)

  const { follows } = own
  const post = useCallback(
    async (note: NewNote) => {
      const answer = keep(await sendNote(note))
      if (answer.ok) follows(answer.value.threadId ?? answer.value.id)
      return answer
    },
    [keep, follows],
  )
  const edit = useCallback(async (id: string, body: string) => keep(await sendEdit(id, body)), [keep])
  const remove = useCallback(
    async (id: string) => {
      const answer = keep(await sendDelete(id))
      if (!answer.ok) return toast(answer.problem.message, { tone: 'bad' })
      toast('Note deleted.', { undo: async () => void keep(await sendRestore(id)) })
    },
    [keep],
  )
  return useMemo(
    () => ({ notes, loaded, stream, own, post, edit, remove, revised }),
    [notes, loaded, stream, own, post, edit, remove, revised],
  )
}

/** Where one posts first, one's own first post opens the others' notes, and taking it back closes them. */
const changesWhatIsHeld = (held: boolean | null, type: string): boolean =>
  held === true
    ? type === 'note.posted' || type === 'note.restored'
    : held === false && type === 'note.deleted'
