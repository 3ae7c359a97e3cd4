'use client'
import { cx } from '@/components/ui/cx'
import { Composer } from './composer'
import { useReader } from './context'
import type { Writing } from './margin'
import { ThreadView } from './thread-view'
import type { Thread } from './threads'

/** The id of the card in which a new note is written. */
export const COMPOSER = 'composer'

type Props = { id: string; thread: Thread | undefined; writing: Writing | null; onWritten: () => void }

/** A thread in the margin, or the note that is being written. */
export function MarginCard({ id, thread, writing, onWritten }: Props) {
  const { activeId, activate } = useReader()
  const active = id === activeId || id === COMPOSER
  return (
    <div data-card={id} tabIndex={-1} className={cx('card', active && 'card-active')}>
      {thread ? (
        <>
          <button type="button" className="card-quote" onClick={() => activate(id, true)}>
            “{thread.root.exact}”
          </button>
          <ThreadView thread={thread} />
        </>
      ) : writing ? (
        <Composer key={`${writing.chosen.start}-${writing.chosen.end}`} {...writing} onDone={onWritten} />
      ) : null}
    </div>
  )
}
