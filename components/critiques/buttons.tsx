'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { toast } from '@/components/ui/toasts'
import { discardDraftAction, startCritiqueAction, withdrawCritiqueAction } from '@/lib/critiques/actions'
import { releaseReviewsAction } from '@/lib/critiques/reviews/actions'
import { useCommand } from './use-command'

export function StartButton(props: { assignmentId: string; templateId: string; href: string }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const { assignmentId, templateId } = props
  return (
    <div className="grid gap-2 justify-items-start">
      <Button
        look="main"
        busy={busy}
        onClick={() =>
          run(
            () => startCritiqueAction({ assignmentId, templateId }),
            () => router.push(props.href),
          )
        }
      >
        Start writing
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </div>
  )
}

/** Takes a submission back; what was written stays as a draft. */
export function WithdrawButton({ id }: { id: string }) {
  const router = useRouter()
  const { busy, error, run } = useCommand()
  const withdraw = () =>
    run(
      () => withdrawCritiqueAction({ id }),
      () => {
        toast('Withdrawn. It is a draft again, and yours alone.')
        router.refresh()
      },
    )
  return (
    <>
      <Button busy={busy} onClick={withdraw}>
        Withdraw
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
    </>
  )
}

/** Throws a draft away for good: the one step here that cannot be undone, so it asks. */
export function DiscardButton({ id, href }: { id: string; href: string }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { busy, error, run } = useCommand()
  const discard = () =>
    run(
      () => discardDraftAction({ id }),
      () => router.push(href),
    )
  return (
    <>
      <Button look="quiet" className="-ml-2 sm:ml-0 sm:-mr-2" busy={busy} onClick={() => setAsking(true)}>
        Choose another template
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
      <Dialog open={asking} onClose={() => setAsking(false)} title="Throw this draft away?">
        <p className="text-ink-2">
          Another template means a new critique. What you have written in this one is deleted and cannot be
          brought back; copy what you want to keep.
        </p>
        <div className="mt-5 flex gap-2">
          <Button look="danger" busy={busy} onClick={discard}>
            Throw it away
          </Button>
          <Button onClick={() => setAsking(false)}>Keep the draft</Button>
        </div>
      </Dialog>
    </>
  )
}

/**
 * All reviews of the assignment at once, so that no author has them before another; it closes reviewing, so it asks.
 * `next` where it is the one next step.
 */
export function ReleaseButton(props: { assignmentId: string; held: number; next?: boolean }) {
  const { assignmentId, held, next = false } = props
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const { busy, error, run } = useCommand()
  const release = () =>
    run(
      () => releaseReviewsAction({ assignmentId }),
      ({ released }) => {
        setAsking(false)
        toast(
          released === 1 ? 'One review is with its author.' : `${released} reviews are with their authors.`,
        )
        router.refresh()
      },
    )
  return (
    <>
      <Button look={next ? 'main' : 'plain'} onClick={() => setAsking(true)}>
        Release {held === 1 ? 'one review' : `${held} reviews`}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Release the reviews to their authors?">
        <p className="text-ink-2">
          Every author reads at once what was said of theirs, and reviewing closes: a review that is not
          submitted by now can no longer be written. This cannot be undone.
        </p>
        {error ? <Notice tone="bad">{error}</Notice> : null}
        <div className="mt-5 flex gap-2">
          <Button look="main" busy={busy} onClick={release}>
            Yes, release
          </Button>
          <Button onClick={() => setAsking(false)}>Not yet</Button>
        </div>
      </Dialog>
    </>
  )
}

export const PrintButton = () => (
  <Button className="print:hidden" onClick={() => window.print()}>
    Print
  </Button>
)
