'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { respondAction } from '@/lib/critiques/reviews/actions'
import { useCommand } from '../use-command'

/** The author's answer to the reviews. */
export function ResponseForm({ id, text }: { id: string; text: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(text === '')
  const { busy, error, fields, run } = useCommand()
  const [refreshing, startTransition] = useTransition()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answer = String(new FormData(event.currentTarget).get('text') ?? '')
    void run(
      () => respondAction({ id, text: answer }),
      () =>
        startTransition(() => {
          setOpen(false)
          router.refresh()
        }),
    )
  }
  if (!open)
    return (
      <Button className="mt-3 print:hidden" onClick={() => setOpen(true)}>
        Edit the response
      </Button>
    )
  return (
    <form onSubmit={send} className="mt-3 grid gap-3 max-w-[42rem] print:hidden" noValidate>
      <TextArea
        name="text"
        label="What you take from the reviews, and what you do not"
        hint="Your reviewers and the instructor read it."
        defaultValue={text}
        className="min-h-28"
        error={fields.text}
      />
      {error && !fields.text ? <Notice tone="bad">{error}</Notice> : null}
      <div>
        <Button type="submit" busy={busy || refreshing}>
          Send the response
        </Button>
      </div>
    </form>
  )
}
