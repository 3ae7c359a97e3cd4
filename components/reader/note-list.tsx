'use client'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useReader } from './context'
import { blockOf } from './positions'
import { ThreadView } from './thread-view'
import type { Thread } from './threads'

type Props = {
  article: RefObject<HTMLElement | null>
  threads: readonly Thread[]
  orphaned: readonly Thread[]
}
type Group = { name: string; threads: Thread[] }

const STEP = 12

/** All notes one after the other under the headings of their paragraphs: for keyboard, screen reader and long reads. */
export default function NoteList({ article, threads, orphaned }: Props) {
  const groups = useMemo(() => grouped(article.current, threads, orphaned), [article, threads, orphaned])
  const many = threads.length + orphaned.length
  const [ready, setReady] = useState(STEP)
  useEffect(() => {
    if (ready >= many) return
    const timer = setTimeout(() => setReady((n) => n + STEP), 30)
    return () => clearTimeout(timer)
  }, [ready, many])
  let left = ready
  return (
    <section aria-label="List of notes" className="note-list">
      <h2 className="sr-only">Notes by paragraph</h2>
      {groups.map(({ name, threads }) => {
        const some = threads.slice(0, Math.max(0, left))
        left -= threads.length
        return some.length ? (
          <ParagraphNotes key={name} name={name} count={threads.length} threads={some} />
        ) : null
      })}
    </section>
  )
}

function ParagraphNotes({ name, count, threads }: { name: string; count: number; threads: Thread[] }) {
  const { activate } = useReader()
  return (
    <section aria-label={name} className="mt-5">
      <h3 className="font-sans text-13 font-semibold text-ink-2 border-b border-rule pb-1">
        {name} <span className="num font-normal text-ink-3">({count})</span>
      </h3>
      <ol>
        {threads.map((thread) => (
          <li key={thread.root.id} className="list-note" data-card={thread.root.id} tabIndex={-1}>
            <button type="button" className="list-quote" onClick={() => activate(thread.root.id, true)}>
              “{thread.root.exact}”
            </button>
            <ThreadView thread={thread} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function grouped(text: Element | null, threads: readonly Thread[], orphaned: readonly Thread[]): Group[] {
  const groups = new Map<string, Thread[]>()
  for (const thread of threads.filter((t) => !t.root.pinned)) {
    const number = text ? blockOf(text, thread.root.start ?? 0)?.querySelector('.n')?.textContent : null
    const name = number ? `Paragraph ${number}` : 'Other parts of the text'
    const group = groups.get(name)
    if (group) group.push(thread)
    else groups.set(name, [thread])
  }
  const pinned = threads.filter((t) => t.root.pinned)
  const all = [...groups].map(([name, list]) => ({ name, threads: list }))
  if (pinned.length) all.unshift({ name: 'Pinned by the staff', threads: pinned })
  return orphaned.length
    ? [...all, { name: 'On words that are no longer in the text', threads: [...orphaned] }]
    : all
}
