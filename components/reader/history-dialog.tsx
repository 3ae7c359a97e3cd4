'use client'
import { useEffect, useState } from 'react'
import { SafeHtml } from '@/components/ui/bits'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/feedback'
import type { NoteDto, Wording } from '@/lib/discussion/schema'
import { shortDate } from '@/lib/time'
import { useReader } from './context'
import { type Answer, fetchHistory } from './note-client'

/** What a note says, and what it said before each edit. */
export default function HistoryDialog({ note, onClose }: { note: NoteDto; onClose: () => void }) {
  const [answer, setAnswer] = useState<Answer<Wording[]> | null>(null)
  useEffect(() => {
    void fetchHistory(note.id).then(setAnswer)
  }, [note.id])
  return (
    <Dialog open onClose={onClose} title={`Wordings of ${note.author}’s note`}>
      {answer === null ? <Skeleton className="h-16 w-full" /> : null}
      {answer?.ok === false ? <p className="text-14 text-bad">{answer.problem.message}</p> : null}
      {answer?.ok ? (
        <ol className="grid gap-4">
          <Item label="Now" html={note.html} />
          {answer.value.map(({ at, html }) => (
            <Item key={at} at={at} html={html} />
          ))}
        </ol>
      ) : null}
    </Dialog>
  )
}

function Item({ label, at, html }: { label?: string; at?: string; html: string }) {
  const { course } = useReader()
  return (
    <li className="border-l-2 border-rule pl-3">
      <p className="text-12 text-ink-3">
        {label ?? <time dateTime={at}>Written {shortDate(at ?? '', course.timeZone)}</time>}
      </p>
      <SafeHtml html={html} className="mt-0.5 text-14" />
    </li>
  )
}
