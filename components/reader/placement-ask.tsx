'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { NoteDto } from '@/lib/discussion/schema'
import { versionAt } from '@/lib/readings/rules/versions'
import { ChooseWords } from './choose-words'
import { useReader } from './context'
import { rangesOf } from './positions'
import { usePlacement } from './use-placement'

/** Whether the viewer may say where this note belongs. */
export function useMayPlace({ authorId }: NoteDto): boolean {
  const { page, course } = useReader()
  return page.can.moderate || (page.can.write && authorId === course.viewer.memberId)
}

/** On which version of the text a note was written, when there has been another since; it can be read there. */
export function WrittenOn({ note }: { note: NoteDto }) {
  const { page, course } = useReader()
  const { position, version: current } = page.section
  const written = versionAt(page.versions, current, note.at)
  const version = note.placement === 'ORPHANED' ? Math.min(note.version, current) : written
  if (version === current) return null
  const base = `/courses/${course.slug}/readings/${page.reading.slug}/${position}`
  return (
    <p className="text-12 text-ink-3 mb-1">
      <a
        className="underline underline-offset-2 hover:text-ink"
        href={`${base}/versions/${version}?note=${note.id}`}
      >
        {note.placement === 'ORPHANED' ? `Last stood in version ${version}` : `Written on version ${version}`}
      </a>
    </p>
  )
}

/** Asks a person whether a note is where it belongs, where a revision could not tell. */
function Ask({ note }: { note: NoteDto }) {
  const { page } = useReader()
  const { busy, confirm, moveTo, letGo } = usePlacement(note, page.section.version)
  const [choosing, setChoosing] = useState(false)
  const words = useWordsNow(note)
  return (
    <fieldset className="border-l-2 border-warn pl-3 py-1 mb-2 grid gap-2">
      <legend className="sr-only">Where this note belongs</legend>
      {choosing ? (
        <ChooseWords busy={busy} onChoose={moveTo} onCancel={() => setChoosing(false)} />
      ) : (
        <>
          <p className="text-13">
            The text was revised. Is this note still about these words?{' '}
            {words ? <q className="font-serif italic">{words}</q> : null}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button busy={busy} onClick={confirm}>
              Yes
            </Button>
            <Button disabled={busy} onClick={() => setChoosing(true)}>
              Choose other words
            </Button>
            <Button
              look="quiet"
              disabled={busy}
              onClick={letGo}
              className="whitespace-normal h-auto min-h-8 text-left"
            >
              It is not about anything here any more
            </Button>
          </div>
        </>
      )}
    </fieldset>
  )
}

/** The words of the text on which the note lies now, which need not be those it was written on. */
function useWordsNow({ start, end }: NoteDto): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    const text = document.querySelector('article.reading')
    if (text && start !== null && end !== null) setWords(rangesOf(text, { start, end }).join(' '))
  }, [start, end])
  return words
}

/** What there is to say about a note's place: on which text it was written, and whether it is where it belongs. */
export default function PlacementAsk({ note }: { note: NoteDto }) {
  const mayPlace = useMayPlace(note)
  const uncertain = note.placement === 'UNCERTAIN' && !note.deleted
  return (
    <>
      <WrittenOn note={note} />
      {uncertain && mayPlace ? <Ask note={note} /> : null}
      {uncertain && !mayPlace ? (
        <p className="text-12 text-warn mb-1">The text was revised; this note may belong elsewhere.</p>
      ) : null}
    </>
  )
}
