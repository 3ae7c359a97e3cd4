'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { NoteDto } from '@/lib/discussion/schema'
import { sendVisit } from './note-client'
import type { NotesState } from './use-notes'
import { useSeen } from './use-seen'

export type Unread = {
  count: number
  isNew: (note: NoteDto) => boolean
  /** Watches the element of a new note: once it has been on the screen for a moment, it is seen. */
  watch: (element: Element, id: string) => () => void
  seeAll: () => void
}

const REPORT_MS = 2000
/** Before the first note of anybody. */
const BEGINNING = '1970-01-01T00:00:00.000Z'

const latestOf = (notes: Iterable<NoteDto>): string => {
  let latest = BEGINNING
  for (const { at } of notes) if (at > latest) latest = at
  return latest
}

const justBefore = (at: string): string => new Date(new Date(at).getTime() - 1).toISOString()

/**
 * Which notes by others are new since one's last visit. The server keeps one moment per member and section: up to it,
 * everything has been seen. So it moves on only as far as no unseen note is passed over. On a first visit nothing is
 * new but what comes meanwhile.
 */
export function useUnread({ notes, loaded, own }: NotesState, sectionId: string, memberId: string): Unread {
  const { seen, watch, see } = useSeen()
  const [first, setFirst] = useState<string | null>(null)
  useEffect(() => {
    if (loaded) setFirst((known) => known ?? latestOf(notes.values()))
  }, [loaded, notes])
  const since = own.seenAt ?? first

  const fresh = useMemo(() => {
    const ids = new Set<string>()
    if (since === null) return ids
    for (const note of notes.values())
      if (note.at > since && isReadable(note) && note.authorId !== memberId && !seen.has(note.id))
        ids.add(note.id)
    return ids
  }, [notes, since, memberId, seen])

  useReport(sectionId, own.seenAt, loaded && since !== null ? seenUpTo(notes, fresh) : null)
  const isNew = useCallback((note: NoteDto) => fresh.has(note.id), [fresh])
  const seeAll = useCallback(() => see([...fresh]), [see, fresh])
  return useMemo(() => ({ count: fresh.size, isNew, watch, seeAll }), [fresh, isNew, watch, seeAll])
}

/** One that has no place in the text is in no card and could never be seen. */
const isReadable = (note: NoteDto): boolean => !note.deleted && note.placement !== 'ORPHANED'

function seenUpTo(notes: ReadonlyMap<string, NoteDto>, fresh: ReadonlySet<string>): string {
  let oldest: string | null = null
  for (const id of fresh) {
    const at = notes.get(id)?.at
    if (at && (oldest === null || at < oldest)) oldest = at
  }
  return oldest === null ? latestOf(notes.values()) : justBefore(oldest)
}

/** Tells the server how far one has seen, now and then and as the page is left; never back. */
function useReport(sectionId: string, before: string | null, upTo: string | null): void {
  const sent = useRef(before)
  const wanted = useRef(upTo)
  wanted.current = upTo
  const report = useCallback(() => {
    const at = wanted.current
    if (at === null || (sent.current !== null && at <= sent.current)) return
    sent.current = at
    sendVisit(sectionId, at)
  }, [sectionId])
  useEffect(() => {
    sent.current = before
  }, [before])
  useEffect(() => {
    if (upTo === null) return
    const timer = setTimeout(report, REPORT_MS)
    return () => clearTimeout(timer)
  }, [upTo, report])
  useEffect(() => {
    addEventListener('pagehide', report)
    return () => {
      removeEventListener('pagehide', report)
      report()
    }
  }, [report])
}
