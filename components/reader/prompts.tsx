'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useReader } from './context'
import { ThreadView } from './thread-view'
import { promptThreads, type Thread } from './threads'
import { WriteBox } from './write-box'

/** The section's discussion: the instructor's questions, each with its threads. */
export function Prompts({ threads }: { threads: readonly Thread[] }) {
  const { page } = useReader()
  if (page.prompts.length === 0) return null
  return (
    <section aria-labelledby="discuss" className="mt-16 measure">
      <h2 id="discuss" className="text-24">
        To discuss
      </h2>
      <ol className="mt-4 grid gap-8">
        {page.prompts.map((prompt, i) => (
          <li key={prompt.id} className="grid grid-cols-[1.6em_1fr]">
            <span className="num text-ink-3 pt-0.5">{i + 1}</span>
            <Prompt prompt={prompt} threads={promptThreads(threads, prompt.id)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Prompt({ prompt, threads }: { prompt: { id: string; text: string }; threads: Thread[] }) {
  const { page, notes } = useReader()
  const [writing, setWriting] = useState(false)
  return (
    <div className="min-w-0">
      <p className="font-serif text-16">{prompt.text}</p>
      <div className="grid gap-5 mt-3">
        {threads.map((thread) => (
          <div key={thread.root.id} className="pl-4 border-l-2 border-rule">
            <ThreadView thread={thread} />
          </div>
        ))}
      </div>
      {writing ? (
        <WriteBox
          draft={`prompt:${prompt.id}`}
          label="Your answer"
          placeholder="Your answer to the class"
          verb="Post"
          onSend={(body, id) =>
            notes.post({
              id,
              sectionId: page.section.id,
              kind: 'COMMENT',
              visibility: 'COURSE',
              promptId: prompt.id,
              body,
            })
          }
          onDone={() => setWriting(false)}
        />
      ) : page.can.write ? (
        <Button className="mt-3" onClick={() => setWriting(true)}>
          Answer
        </Button>
      ) : null}
    </div>
  )
}
