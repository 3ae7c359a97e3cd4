'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Field } from '@/components/ui/field'
import { declareConflictAction } from '@/lib/critiques/reviews/actions'
import type { ReviewHead } from '@/lib/critiques/reviews/dto'
import { useCommand } from '../use-command'

/** A reviewer hands a critique back because they should not judge it. */
export function DeclineButton({
  head,
  reviewKey,
  done,
}: {
  head: ReviewHead
  reviewKey: string
  done: string
}) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, error, run } = useCommand()
  const blind = head.mode === 'DOUBLE_BLIND'
  const decline = () =>
    run(
      () => declareConflictAction({ assignmentId: head.assignmentId, key: reviewKey, reason }),
      () => router.push(done),
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {blind ? 'I know whose this is' : 'I should not review this'}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Hand this critique back">
        <div className="grid gap-4">
          <p className="text-ink-2">
            Somebody else reviews it, and you may get another. What you wrote on it is deleted. The instructor
            learns of it; the author does not.
          </p>
          <Field
            label="Why"
            hint="Optional. For the instructor alone."
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
          {error ? <Notice tone="bad">{error}</Notice> : null}
          <div className="flex gap-2">
            <Button look="danger" busy={busy} onClick={decline}>
              Hand it back
            </Button>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
