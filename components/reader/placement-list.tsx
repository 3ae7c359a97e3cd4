'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Connection } from '@/components/live/connection'
import { useEvents } from '@/components/live/use-events'
import { SafeHtml } from '@/components/ui/bits'
import { Button, ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import type { CourseFrame } from '@/lib/courses/schema'
import type { PlacementList as List, PlacementDto } from '@/lib/discussion/schema'
import { shortDate } from '@/lib/time'
import { KIND_NAMES } from './note-kinds'
import { usePlacement } from './use-placement'

const TYPES = ['note.placed', 'note.deleted', 'note.restored', 'note.posted', 'reading.revised']

type Props = { course: CourseFrame; list: List }

/** Notes that wait for somebody to say where they belong, and those whose words are gone. */
export function PlacementList({ course, list }: Props) {
  const router = useRouter()
  const [from] = useState(course.seq)
  const state = useEvents(course.slug, from, TYPES, router.refresh, router.refresh)
  const base = `/courses/${course.slug}/readings/${list.reading.slug}`
  const items = (notes: PlacementDto[]) => (
    <ol className="border-t border-rule">
      {notes.map((note) => (
        <li key={note.id} className="border-b border-rule py-5">
          <Item note={note} base={base} timeZone={course.timeZone} />
        </li>
      ))}
    </ol>
  )
  return (
    <>
      {list.uncertain.length ? (
        <Section
          title="Are these still about their words?"
          sub="What each note was written on, and where it lies now."
        >
          {items(list.uncertain)}
        </Section>
      ) : null}
      {list.orphaned.length ? (
        <Section
          title="Notes whose words are gone"
          sub="They stay below their section with the words that they were about, and can be answered."
        >
          {items(list.orphaned)}
        </Section>
      ) : null}
      <Connection state={state} />
    </>
  )
}

function Item({ note, base, timeZone }: { note: PlacementDto; base: string; timeZone: string }) {
  const { section, found } = note
  const there = `${base}/${section.position}?note=${note.id}`
  return (
    <article aria-label={`${KIND_NAMES[note.kind]} by ${note.author}`} className="grid gap-2 measure">
      <p className="text-13 text-ink-3">
        <b className="font-semibold text-ink">{note.author}</b> · {KIND_NAMES[note.kind]} ·{' '}
        {shortDate(note.at, timeZone)} · {section.heading}
        {section.retired ? ' (no longer in the reading)' : ''}
      </p>
      <SafeHtml html={note.html} className="text-14" />
      <dl className="grid sm:grid-cols-[7em_1fr] gap-x-3 gap-y-1 text-14 font-serif">
        <dt className="font-sans text-13 text-ink-3">Written on</dt>
        <dd>“{note.exact}”</dd>
        {found ? (
          <>
            <dt className="font-sans text-13 text-ink-3">Lies on</dt>
            <dd className="text-ink-2">
              {found.before}
              <mark className="bg-mark text-ink">{found.words}</mark>
              {found.after}
            </dd>
          </>
        ) : null}
      </dl>
      {note.uncertain ? (
        <Choices note={note} there={there} />
      ) : (
        <p>
          <ButtonLink href={there}>Read it below its section</ButtonLink>
        </p>
      )}
    </article>
  )
}

function Choices({ note, there }: { note: PlacementDto; there: string }) {
  const router = useRouter()
  const { busy, confirm, letGo } = usePlacement(note, note.version, router.refresh)
  return (
    <div className="flex flex-wrap gap-2">
      <Button busy={busy} onClick={confirm}>
        Yes, these words
      </Button>
      <ButtonLink href={there}>Choose other words</ButtonLink>
      <Button
        look="quiet"
        disabled={busy}
        onClick={letGo}
        className="whitespace-normal h-auto min-h-8 text-left"
      >
        It is not about anything here any more
      </Button>
    </div>
  )
}
