'use client'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Skeleton } from '@/components/ui/feedback'
import { Composer } from './composer'
import { type Chosen, useReader } from './context'
import { FilterBar } from './filter-bar'
import type { WrittenKind } from './note-kinds'
import { ThreadView } from './thread-view'
import { type Filter, matches, type Thread } from './threads'
import { type Card, useCardStack } from './use-card-stack'
import { useWide } from './use-wide'

export type Writing = { chosen: Chosen; kind: WrittenKind }

type Props = {
  article: RefObject<HTMLElement | null>
  threads: readonly Thread[]
  writing: Writing | null
  onWritten: () => void
}

const COMPOSER = 'composer'

const cardOf = ({ root }: Thread): Card => ({ id: root.id, start: root.start ?? 0, end: root.end ?? 0 })

/** The living margin: beside the lines on a wide screen, a sheet from below on a narrow one. One list serves both. */
export function Margin({ article, threads, writing, onWritten }: Props) {
  const { course, notes, activeId, activate } = useReader()
  const [filter, setFilter] = useState<Filter>('all')
  const [open, setOpen] = useState(false)
  const wide = useWide()
  const column = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () => threads.filter((thread) => matches(thread, filter, course.viewer.memberId)),
    [threads, filter, course.viewer.memberId],
  )
  const cards = useMemo(() => {
    const all = shown.map(cardOf)
    if (writing) all.push({ id: COMPOSER, ...writing.chosen })
    return all.sort((a, b) => a.start - b.start || a.end - b.end)
  }, [shown, writing])
  useCardStack(article, column, cards, writing ? COMPOSER : activeId, wide)

  useEffect(() => {
    if (writing || activeId) setOpen(true)
  }, [writing, activeId])
  useEffect(() => {
    if (!wide && activeId)
      column.current?.querySelector(`[data-card="${activeId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [wide, activeId])

  const close = () => {
    setOpen(false)
    activate(null)
    onWritten()
  }
  return (
    <aside aria-label="Notes" className="notes" data-open={open || undefined}>
      <div className="notes-head">
        <button
          type="button"
          className="notes-handle"
          aria-expanded={open}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {threads.length === 1 ? '1 note' : `${threads.length} notes`}
        </button>
        <FilterBar threads={threads} memberId={course.viewer.memberId} filter={filter} onFilter={setFilter} />
        <button
          type="button"
          className={cx(buttonClass('quiet'), 'notes-close')}
          onClick={close}
          aria-label="Close the notes"
        >
          ×
        </button>
      </div>
      <div ref={column} className="notes-column">
        {!notes.loaded ? <Waiting /> : null}
        {notes.loaded && shown.length === 0 && !writing ? <NoNotes filtered={threads.length > 0} /> : null}
        {cards.map((card) => {
          const thread = shown.find((t) => t.root.id === card.id)
          return (
            <div
              key={card.id}
              data-card={card.id}
              className={cx('card', (card.id === activeId || card.id === COMPOSER) && 'card-active')}
            >
              {thread ? (
                <>
                  <button type="button" className="card-quote" onClick={() => activate(card.id, true)}>
                    “{thread.root.exact}”
                  </button>
                  <ThreadView thread={thread} />
                </>
              ) : writing ? (
                <Composer
                  key={`${writing.chosen.start}-${writing.chosen.end}`}
                  {...writing}
                  onDone={onWritten}
                />
              ) : null}
            </div>
          )
        })}
      </div>
    </aside>
  )
}

function Waiting() {
  return (
    <div role="status" aria-label="Loading the notes" className="grid gap-3 pt-2">
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-4 w-64" />
      <Skeleton className="h-4 w-56" />
    </div>
  )
}

function NoNotes({ filtered }: { filtered: boolean }) {
  return (
    <p className="text-13 text-ink-3 max-w-[34ch]">
      {filtered
        ? 'No note here fits this filter.'
        : 'Nobody has written here yet. Select some words, or choose a paragraph by its number, and be the first.'}
    </p>
  )
}
