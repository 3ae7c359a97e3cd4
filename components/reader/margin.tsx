'use client'
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { COMPOSER, MarginCard } from './card'
import { type Chosen, useReader } from './context'
import { FilterBar } from './filter-bar'
import { isFiltered } from './filters'
import { Keys } from './keys'
import { Held, NoNotes, Waiting } from './margin-states'
import type { WrittenKind } from './note-kinds'
import type { Thread } from './threads'
import { useCardStack } from './use-card-stack'
import { useCards } from './use-cards'
import { useDocked, useFollowText } from './use-docked'
import { useKeyboard } from './use-keyboard'
import { usePrint } from './use-print'
import { useShown } from './use-shown'
import { useWide } from './use-wide'

const NoteList = lazy(() => import('./note-list'))

export type Writing = { chosen: Chosen; kind: WrittenKind }

type Props = {
  article: RefObject<HTMLElement | null>
  threads: readonly Thread[]
  orphaned: readonly Thread[]
  writing: Writing | null
  onNew: (chosen: Chosen) => void
  onWritten: () => void
}

/** The living margin: beside the lines on a wide screen, a sheet from below on a narrow one. One list serves both. */
export function Margin({ article, threads, orphaned, writing, onNew, onWritten }: Props) {
  const { notes, filter, activeId, activate } = useReader()
  const [open, setOpen] = useState(false)
  const [listed, setListed] = useState(false)
  const wide = useWide()
  useKeyboard()
  const column = useRef<HTMLDivElement>(null)
  const stack = useRef<HTMLDivElement>(null)
  const { shown, viewer } = useShown(threads)
  const { cards, byId, pinned } = useCards(shown, writing, activeId)
  usePrint(article, shown)
  const docked = useDocked(article, cards) && wide
  const goTo = writing ? COMPOSER : activeId
  const { shown: near, topOf } = useCardStack({
    article,
    column,
    stack,
    cards,
    anchorId: goTo,
    pinned,
    layout: wide && !docked ? 'beside' : 'list',
    open: open && !listed,
  })
  useFollowText(article, column, cards, goTo, docked && !listed, topOf)

  useEffect(() => {
    if (writing || activeId) setOpen(true)
  }, [writing, activeId])
  useEffect(() => {
    if (wide || !goTo || !column.current) return
    column.current.scrollTo({ top: Math.max(0, topOf(goTo) - 40) })
  }, [wide, goTo, topOf])

  const close = () => {
    setOpen(false)
    activate(null)
    onWritten()
  }
  return (
    <aside
      aria-label="Notes"
      className="notes"
      data-open={open || undefined}
      data-docked={docked || undefined}
    >
      <Keys article={article} threads={shown} onNew={onNew} />
      <div className="notes-head">
        <button
          type="button"
          className="notes-handle"
          aria-expanded={open}
          onClick={() => (open ? close() : setOpen(true))}
        >
          {threads.length === 1 ? '1 note' : `${threads.length} notes`}
        </button>
        <FilterBar threads={threads} viewer={viewer} listed={listed} onListed={setListed} />
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
        {notes.own.held ? <Held /> : null}
        {notes.loaded && !notes.own.held && shown.length === 0 && !writing ? (
          <NoNotes filtered={isFiltered(filter)} />
        ) : null}
        {listed ? (
          <Suspense fallback={<Waiting />}>
            <NoteList article={article} threads={shown} orphaned={orphaned} />
          </Suspense>
        ) : null}
        <div ref={stack} className="stack" hidden={listed && !writing}>
          {cards
            .filter(({ id }) => near.has(id) && (!listed || id === COMPOSER))
            .map(({ id }) => (
              <MarginCard key={id} id={id} thread={byId.get(id)} writing={writing} onWritten={onWritten} />
            ))}
        </div>
      </div>
    </aside>
  )
}
