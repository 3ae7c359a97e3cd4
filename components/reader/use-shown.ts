'use client'
import { useMemo, useRef } from 'react'
import type { NoteDto } from '@/lib/discussion/schema'
import { useReader } from './context'
import { matches, type Viewer } from './filters'
import type { Thread } from './threads'

/**
 * The threads that the filter lets through. What was new when "New" was chosen stays in that view although it is seen
 * meanwhile: a card must not vanish under the eyes of who reads it.
 */
export function useShown(threads: readonly Thread[]): { shown: readonly Thread[]; viewer: Viewer } {
  const { course, filter, unread } = useReader()
  const { memberId } = course.viewer
  const was = useRef(new Set<string>())
  const { isNew } = unread
  const viewer = useMemo(() => ({ memberId, isNew }), [memberId, isNew])
  const shown = useMemo(() => {
    if (filter.view !== 'new') {
      was.current = new Set()
      return threads.filter((thread) => matches(thread, filter, viewer))
    }
    const keeping = {
      memberId,
      isNew: (note: NoteDto) => {
        if (isNew(note)) was.current.add(note.id)
        return was.current.has(note.id)
      },
    }
    return threads.filter((thread) => matches(thread, filter, keeping))
  }, [threads, filter, viewer, memberId, isNew])
  return { shown, viewer }
}
