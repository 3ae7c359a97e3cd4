'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { closePollAction, endSeriesAction } from '@/lib/polls/actions'
import { useSend } from './use-send'

/** Closing cannot be taken back, so it is asked once. */
export function ClosePoll({ pollId }: { pollId: string }) {
  const [open, setOpen] = useState(false)
  const [last, setLast] = useState(false)
  const { busy, problem, send } = useSend(() => setOpen(false))
  return (
    <>
      <Button onClick={() => setOpen(true)}>Close the poll</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Close the poll">
        <div className="grid gap-4 text-14">
          <p>
            Nobody can vote or change a ballot afterwards, and a closed poll cannot be opened again. The key
            that ties ballots to voters is destroyed, and the result and the anonymous list of ballots are
            published to the course.
          </p>
          <p className="text-13 text-ink-2">
            If the question was put before, the course also sees how opinion moved since the vote that closed
            last before this one: never a move of fewer than three, and nothing where one or two missed one of
            the votes. How many left an option can be read off the counts, even if it was one.
          </p>
          <label className="flex items-start gap-2.5">
            <input
              type="checkbox"
              checked={last}
              onChange={(event) => setLast(event.target.checked)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              This was the last vote on the question
              <span className="block text-13 text-ink-3">
                The key that links ballots across votes goes too; no further vote on it can be opened.
              </span>
            </span>
          </label>
          {problem ? <Notice tone="bad">{problem}</Notice> : null}
          <div className="flex gap-2">
            <Button look="main" busy={busy} onClick={() => send(() => closePollAction({ pollId, last }))}>
              Close the poll
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Keep it open
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

/** For a question whose last vote was not closed as the last. */
export function EndSeries({ seriesId }: { seriesId: string }) {
  const { busy, problem, send } = useSend(() => {})
  return (
    <div className="mt-8 grid max-w-[680px] justify-items-start gap-3 border-t border-rule pt-4 print:hidden">
      <p className="text-13 text-ink-2">
        The key that links ballots across votes is kept for a further vote on this question. If none is
        planned, destroy it: until then, whoever can read the database could use it to tell whose ballot is
        whose.
      </p>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <Button busy={busy} onClick={() => send(() => endSeriesAction({ seriesId }))}>
        No further vote: destroy the key
      </Button>
    </div>
  )
}
