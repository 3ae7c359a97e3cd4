'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
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

export type NotesState = {
  notes: ReadonlyMap<string, NoteDto>
  loaded: boolean
  stream: StreamState
  post: (note: NewNote) => Promise<Answer<NoteDto>>
  edit: (id: string, body: string) => Promise<Answer<NoteDto>>
  remove: (id: string) => Promise<void>
}

const NOTE_EVENTS = ['note.posted', 'note.edited', 'note.deleted', 'note.restored'] as const

type Notes = ReadonlyMap<string, NoteDto>
const withNote = (notes: Notes, note: NoteDto): Notes => new Map(notes).set(note.id, note)

/** What the stream brought meanwhile is newer than the list, so it stays. */
const merged = (live: Notes, list: readonly NoteDto[]): Notes =>
  new Map([...list.map((n) => [n.id, n] as const), ...live])

/** The section's notes as they are now: the list once, then every change as it happens. */
export function useNotes(courseSlug: string, sectionId: string, seq: number): NotesState {
  const [notes, setNotes] = useState<Notes>(() => new Map())
  const [loaded, setLoaded] = useState(false)

  const load = useCallback(async () => {
    const answer = await fetchNotes(courseSlug, sectionId)
    if (!answer.ok) return toast(answer.problem.message, { tone: 'bad' })
    setNotes((live) => merged(live, [...answer.value.course, ...answer.value.own]))
    setLoaded(true)
  }, [courseSlug, sectionId])
  useEffect(() => void load(), [load])

  const onEvent = useCallback(
    ({ data }: StreamEvent) => {
      if (data.scopeId === sectionId) setNotes((now) => withNote(now, data.note as NoteDto))
    },
    [sectionId],
  )
  const stream = useEvents(courseSlug, seq, NOTE_EVENTS, onEvent, () => location.reload())

  const keep = useCallback((answer: Answer<NoteDto>) => {
    if (answer.ok) setNotes((now) => withNote(now, answer.value))
    return answer
  }, [])
  const post = useCallback(async (note: NewNote) => keep(await sendNote(note)), [keep])
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
    () => ({ notes, loaded, stream, post, edit, remove }),
    [notes, loaded, stream, post, edit, remove],
  )
}
