'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback'
import { TextArea } from '@/components/ui/field'
import { rateReviewAction } from '@/lib/critiques/reviews/actions'
import type { ReceivedReview } from '@/lib/critiques/reviews/dto'
import { useCommand } from '../use-command'

const WORDS = ['Not at all', 'A little', 'Somewhat', 'A good deal', 'Very much']

/** How much a review helped, said by the author. */
export function RateForm({ critiqueId, review }: { critiqueId: string; review: ReceivedReview }) {
  const router = useRouter()
  const { key, helpfulness } = review
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState(helpfulness?.value ?? 0)
  const { busy, error, fields, run } = useCommand()
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const comment = String(new FormData(event.currentTarget).get('comment') ?? '')
    void run(
      () => rateReviewAction({ critiqueId, key, value, comment }),
      () => {
        setOpen(false)
        router.refresh()
      },
    )
  }
  if (!open)
    return (
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2 print:hidden">
        {helpfulness ? (
          <p>
            You found it helpful: <span className="num">{helpfulness.value}</span> of 5,{' '}
            {WORDS[helpfulness.value - 1]?.toLowerCase()}
          </p>
        ) : null}
        <Button look="quiet" className="-ml-2" onClick={() => setOpen(true)}>
          {helpfulness ? 'Change' : 'Say how much it helped'}
        </Button>
      </div>
    )
  return (
    <form onSubmit={send} className="mt-4 grid gap-3 max-w-[36rem] print:hidden" noValidate>
      <fieldset>
        <legend className="text-13 font-medium text-ink-2">How much did this review help?</legend>
        <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
          {WORDS.map((word, i) => (
            <label
              key={word}
              className="flex items-center gap-2 py-1 pointer-coarse:py-2.5 text-14 cursor-pointer"
            >
              <input
                type="radio"
                name="value"
                className="accent-accent"
                checked={value === i + 1}
                onChange={() => setValue(i + 1)}
              />
              {word}
            </label>
          ))}
        </div>
        {fields.value ? (
          <p role="alert" className="mt-1 text-13 text-bad">
            {fields.value}
          </p>
        ) : null}
      </fieldset>
      <TextArea
        name="comment"
        label="In words"
        rows={2}
        maxLength={2000}
        hint="Optional, and for the instructor. The reviewer learns only the mean of what authors said of all their reviews."
        defaultValue={helpfulness?.comment}
        error={fields.comment}
      />
      {error && Object.keys(fields).length === 0 ? <Notice tone="bad">{error}</Notice> : null}
      <div className="flex gap-2">
        <Button type="submit" busy={busy}>
          Send
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
