'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { replyToReviewAction } from '@/lib/critiques/reviews/actions'
import type { ReceivedReview } from '@/lib/critiques/reviews/dto'
import { useCommand } from '../use-command'

/** The author answers one review. */
export function ReplyForm({ critiqueId, review }: { critiqueId: string; review: ReceivedReview }) {
  const router = useRouter()
  const { key, reply, reviewer } = review
  const [open, setOpen] = useState(false)
  const { busy, error, fields, run } = useCommand()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('text') ?? '')
    void run(
      () => replyToReviewAction({ critiqueId, key, text }),
      () => {
        setOpen(false)
        router.refresh()
      },
    )
  }
  if (!open)
    return (
      <div className="mt-3 text-13 print:hidden">
        <Button look="quiet" className="-ml-2" onClick={() => setOpen(true)}>
          {reply ? 'Edit the reply' : 'Reply'}
          <span className="sr-only"> to {reviewer}</span>
        </Button>
      </div>
    )
  return (
    <form onSubmit={send} className="mt-3 grid gap-3 max-w-[42rem] print:hidden" noValidate>
      <TextArea
        name="text"
        label={`Your reply to ${reviewer}`}
        hint="Its writer and the instructor read it; the other reviewers do not."
        defaultValue={reply}
        autoFocus
        className="min-h-24"
        error={fields.text}
      />
      {error && !fields.text ? <Notice tone="bad">{error}</Notice> : null}
      <div className="flex gap-2">
        <Button type="submit" busy={busy}>
          Send the reply
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
