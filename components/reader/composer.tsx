'use client'
import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import type { Visibility } from '@/lib/discussion/schema'
import { type Chosen, useReader } from './context'
import { KIND_NAMES, WRITTEN_KINDS, type WrittenKind } from './note-kinds'
import { WriteBox } from './write-box'

const CONTROL =
  'h-8 pointer-coarse:h-11 rounded-md border border-rule-strong bg-surface px-2 text-13 max-w-36'

/** Writes a note about the chosen words. */
export function Composer({
  chosen,
  kind: first,
  onDone,
}: {
  chosen: Chosen
  kind: WrittenKind
  onDone: () => void
}) {
  const { course, page, notes, activate } = useReader()
  const [kind, setKind] = useState<WrittenKind>(first)
  const [visibility, setVisibility] = useState<Visibility>('COURSE')
  const sectionId = page.section.id
  return (
    <section aria-label="New note" className="border-l-2 border-accent pl-4 bg-paper">
      <p className="text-13 text-ink-3 font-serif italic line-clamp-2">“{chosen.exact}”</p>
      <WriteBox
        draft={`${sectionId}:${chosen.start}-${chosen.end}`}
        label="Your note"
        placeholder={kind === 'QUESTION' ? 'What do you want to know?' : 'What do you make of this?'}
        verb="Post"
        onSend={async (body, id) => {
          const anchor = { start: chosen.start, end: chosen.end, exact: chosen.exact }
          const answer = await notes.post({
            id,
            sectionId,
            kind,
            visibility,
            body,
            anchor,
            version: page.section.version,
          })
          if (answer.ok) activate(answer.value.id)
          return answer
        }}
        onDone={onDone}
        options={
          <>
            <select
              aria-label="Kind of note"
              className={CONTROL}
              value={kind}
              onChange={(event) => setKind(event.target.value as WrittenKind)}
            >
              {WRITTEN_KINDS.map((k) => (
                <option key={k} value={k}>
                  {KIND_NAMES[k]}
                </option>
              ))}
            </select>
            <select
              aria-label="Who can see it"
              className={cx(CONTROL)}
              value={visibility}
              onChange={(event) => setVisibility(event.target.value as Visibility)}
            >
              <option value="COURSE">The class</option>
              {course.viewer.groupId ? <option value="GROUP">My group</option> : null}
              <option value="PRIVATE">Only me</option>
            </select>
          </>
        }
      />
    </section>
  )
}
