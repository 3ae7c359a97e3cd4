'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChooseWords } from './choose-words'
import { useReader } from './context'
import { useMayPlace } from './placement-ask'
import { ThreadView } from './thread-view'
import type { Thread } from './threads'
import { usePlacement } from './use-placement'

/** Notes that a revision left without their words: below the text, with the words that they were about. */
export default function LostNotes({ threads }: { threads: readonly Thread[] }) {
  return (
    <section aria-labelledby="lost-notes" className="mt-16 measure">
      <h2 id="lost-notes" className="text-24">
        Notes whose words are gone
      </h2>
      <p className="mt-1 text-13 text-ink-3">
        The text was revised, and these words are no longer in it. The notes stay, and can be answered.
      </p>
      <ol className="mt-4 border-t border-rule">
        {threads.map((thread) => (
          <li
            key={thread.root.id}
            data-card={thread.root.id}
            tabIndex={-1}
            className="py-4 border-b border-rule"
          >
            <blockquote className="font-serif italic text-14 text-ink-2 mb-1">
              “{thread.root.exact}”
            </blockquote>
            <ThreadView thread={thread} />
            <PutBack thread={thread} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function PutBack({ thread: { root } }: { thread: Thread }) {
  const { page } = useReader()
  const [choosing, setChoosing] = useState(false)
  const { busy, moveTo } = usePlacement(root, page.section.version)
  if (!useMayPlace(root) || root.deleted || page.section.retiredAt) return null
  return (
    <div className="mt-2 print:hidden">
      {choosing ? (
        <ChooseWords busy={busy} onChoose={moveTo} onCancel={() => setChoosing(false)} />
      ) : (
        <Button onClick={() => setChoosing(true)}>Put it on words of this text</Button>
      )}
    </div>
  )
}
