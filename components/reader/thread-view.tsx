'use client'
import { lazy, Suspense, useState } from 'react'
import { useReader } from './context'
import { NoteView } from './note-view'
import type { Thread } from './threads'
import { useReturn } from './use-return'
import { WriteBox } from './write-box'

const PlacementAsk = lazy(() => import('./placement-ask'))

/** A note with its replies. */
export function ThreadView({ thread }: { thread: Thread }) {
  const { page, notes } = useReader()
  const [answering, setAnswering] = useState<string | null>(null)
  const { leave, back } = useReturn()
  const answer = (id: string) => {
    leave()
    setAnswering(id)
  }
  const reply = (parentId: string) => (
    <WriteBox
      draft={`reply:${parentId}`}
      label="Your reply"
      placeholder="Answer, add, or disagree"
      verb="Reply"
      onSend={(body, id) =>
        notes.post({
          id,
          sectionId: page.section.id,
          kind: 'COMMENT',
          visibility: 'COURSE',
          parentId,
          body,
        })
      }
      onDone={() => {
        setAnswering(null)
        back()
      }}
    />
  )
  const { root, replies } = thread
  /** A locked thread takes no more from the class. */
  const open = !root.locked || page.can.moderate
  const placed = root.exact !== null && (page.versions.length > 0 || root.placement === 'UNCERTAIN')
  return (
    <>
      {placed ? (
        <Suspense fallback={null}>
          <PlacementAsk note={root} />
        </Suspense>
      ) : null}
      <NoteView note={root} onReply={open ? () => answer(root.id) : undefined} />
      {replies.map((note) => (
        <div key={note.id} className="mt-2.5 pl-3 border-l border-rule">
          <NoteView note={note} onReply={open ? () => answer(note.id) : undefined} />
          {answering === note.id ? reply(note.id) : null}
        </div>
      ))}
      {answering === root.id ? (
        <div className="mt-2.5 pl-3 border-l border-rule">{reply(root.id)}</div>
      ) : null}
    </>
  )
}
