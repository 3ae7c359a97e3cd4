'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import { hideReviewAction, showReviewAction } from '@/lib/critiques/reviews/actions'
import { useCommand } from '../use-command'

type Pair = { critiqueId: string; reviewerId: string }

/** Takes a review out of sight and out of the scores, with a reason that staff can read later. */
export function HideButton({ pair, name }: { pair: Pair; name: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, error, fields, run } = useCommand()
  const hide = () =>
    run(
      () => hideReviewAction({ ...pair, reason }),
      () => {
        setOpen(false)
        toast('The review is hidden.', {
          undo: () => void showReviewAction(pair).then(() => router.refresh()),
        })
        router.refresh()
      },
    )
  return (
    <>
      <Button look="quiet" className="-ml-2" onClick={() => setOpen(true)}>
        Hide the review
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Hide the review by ${name}`}>
        <div className="grid gap-4">
          <p className="text-ink-2">
            The author does not see it (any more), and it counts for nothing. Its reviewer is not told. You
            can show it again.
          </p>
          <Field
            label="Why"
            value={reason}
            maxLength={500}
            error={fields.reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {error && !fields.reason ? <Notice tone="bad">{error}</Notice> : null}
          <div className="flex gap-2">
            <Button look="danger" busy={busy} onClick={hide}>
              Hide it
            </Button>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

export function ShowButton({ pair }: { pair: Pair }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const show = () =>
    run(
      () => showReviewAction(pair),
      () => router.refresh(),
    )
  return (
    <>
      <Button look="quiet" className="-ml-2" busy={busy} onClick={show}>
        Show it again
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </>
  )
}
