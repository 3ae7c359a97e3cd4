'use client'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import type { Mentionable } from '@/lib/discussion/schema'
import { useReader } from './context'
import { mentionBefore } from './mention-word'
import { findMembers } from './note-client'

type Props = { box: RefObject<HTMLTextAreaElement | null>; text: string; onText: (text: string) => void }

const WAIT_MS = 120

/** Who may be meant by the "@" before the caret: with arrow keys, Enter or Tab, Escape; or by pointer. */
export default function MentionList({ box, text, onText }: Props) {
  const { course } = useReader()
  const id = useId()
  const [found, setFound] = useState<{ word: string; people: Mentionable[] } | null>(null)
  const [at, setAt] = useState(0)
  const closed = useRef<string | null>(null)

  useEffect(() => {
    const word = mentionBefore(text, box.current?.selectionStart ?? text.length)
    if (word === null || word === closed.current) return setFound(null)
    closed.current = null
    let stale = false
    const timer = setTimeout(async () => {
      const answer = await findMembers(course.slug, word)
      if (stale) return
      const people = answer.ok ? answer.value : []
      // a name that is there in full needs no list any more
      const whole = people.length === 1 && people[0]?.name.toLowerCase() === word.trim().toLowerCase()
      setFound(people.length && !whole ? { word, people } : null)
      setAt(0)
    }, WAIT_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, box, course.slug])

  const pick = (person: Mentionable | undefined) => {
    const field = box.current
    if (!field || !found || !person) return
    const caret = field.selectionStart
    const begin = caret - found.word.length
    onText(`${text.slice(0, begin)}${person.name} ${text.slice(caret)}`)
    setFound(null)
    const after = begin + person.name.length + 1
    requestAnimationFrame(() => {
      field.focus()
      field.setSelectionRange(after, after)
    })
  }
  const keys = useRef<(event: KeyboardEvent) => void>(() => {})
  keys.current = (event) => {
    if (!found) return
    const { people } = found
    const act = {
      ArrowDown: () => setAt((at + 1) % people.length),
      ArrowUp: () => setAt((at + people.length - 1) % people.length),
      Enter: () => pick(people[at]),
      Tab: () => pick(people[at]),
      Escape: () => {
        closed.current = found.word
        setFound(null)
      },
    }[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  useEffect(() => {
    const field = box.current
    const onKey = (event: KeyboardEvent) => keys.current(event)
    field?.addEventListener('keydown', onKey)
    return () => field?.removeEventListener('keydown', onKey)
  }, [box])
  const active = found ? `${id}-${found.people[at]?.id}` : null
  useEffect(() => {
    const field = box.current
    field?.setAttribute('aria-autocomplete', 'list')
    if (active) {
      field?.setAttribute('aria-controls', id)
      field?.setAttribute('aria-activedescendant', active)
    }
    return () => {
      field?.removeAttribute('aria-controls')
      field?.removeAttribute('aria-activedescendant')
    }
  }, [box, id, active])

  return (
    <>
      <p role="status" className="sr-only">
        {found
          ? `${found.people.length === 1 ? '1 person' : `${found.people.length} people`}. Arrow keys choose, Enter takes.`
          : ''}
      </p>
      {found ? (
        <div
          id={id}
          role="listbox"
          aria-label="Members"
          className="rounded-md border border-rule-strong bg-surface shadow-float py-1 max-h-56 overflow-y-auto"
        >
          {found.people.map((person, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text; `aria-activedescendant` says where one is
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={i === at}
              className={cx(
                'px-3 py-1 pointer-coarse:py-2.5 text-14 cursor-pointer',
                i === at && 'bg-accent-soft',
              )}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => setAt(i)}
              onClick={() => pick(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </>
  )
}
