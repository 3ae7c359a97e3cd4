'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/feedback'
import { Select } from '@/components/ui/field'
import { toast } from '@/components/ui/toasts'
import {
  addReviewerAction,
  reassignReviewAction,
  removeReviewerAction,
} from '@/lib/critiques/reviews/actions'
import type { DeskRow } from '@/lib/critiques/reviews/dto'
import { useCommand } from '../use-command'
import { SAYS } from './states'

type Student = { id: string; name: string }

function Choose(props: { label: string; from: Student[]; value: string; choose: (id: string) => void }) {
  return (
    <Select label={props.label} value={props.value} onChange={(event) => props.choose(event.target.value)}>
      <option value="" disabled>
        Choose a student
      </option>
      {props.from.map((s) => (
        <option key={s.id} value={s.id}>
          {s.name}
        </option>
      ))}
    </Select>
  )
}

const free = ({ authorId, reviewers }: DeskRow, students: Student[]): Student[] =>
  students.filter((s) => s.id !== authorId && !reviewers.some((r) => r.id === s.id))

/** Changes who reviews one critique: another reviewer for it, or another in somebody's place. */
export function ChangeReviewers({ row, students }: { row: DeskRow; students: Student[] }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState('')
  const { busy, error, run } = useCommand()
  const { critiqueId } = row
  const done = (said: string) => () => {
    setTo('')
    toast(said)
    router.refresh()
  }
  const name = students.find((s) => s.id === to)?.name ?? ''
  return (
    <>
      <Button
        look="quiet"
        className="-mr-2"
        aria-label={`Change the reviewers of ${row.author}’s critique`}
        onClick={() => setOpen(true)}
      >
        Change
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Reviewers of the critique by ${row.author}`}>
        <div className="grid gap-4 text-left font-normal whitespace-normal">
          <Choose label="Another reviewer" from={free(row, students)} value={to} choose={setTo} />
          <ul>
            {row.reviewers.map((r) => (
              <li
                key={r.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 border-b border-rule"
              >
                <span>
                  {r.name} <span className="text-13 text-ink-3">{SAYS[r.state]}</span>
                </span>
                {r.state === 'NEW' || r.state === 'BEGUN' ? (
                  <span className="flex gap-1">
                    <Button
                      look="quiet"
                      busy={busy}
                      disabled={to === ''}
                      aria-label={`Replace ${r.name}${name ? ` by ${name}` : ''}`}
                      onClick={() =>
                        run(
                          () => reassignReviewAction({ critiqueId, reviewerId: r.id, toId: to }),
                          done(`${name} reviews it instead of ${r.name}.`),
                        )
                      }
                    >
                      Replace
                    </Button>
                    <Button
                      look="quiet"
                      busy={busy}
                      onClick={() =>
                        run(
                          () => removeReviewerAction({ critiqueId, reviewerId: r.id }),
                          done(`Taken from ${r.name}.`),
                        )
                      }
                    >
                      Take away
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          {error ? <Notice tone="bad">{error}</Notice> : null}
          <p className="text-13 text-ink-3">
            Choose somebody to add them, or to put them in another’s place. A review that is submitted stays;
            hide it on the critique’s own page. What was only begun is deleted when it is taken away.
          </p>
          <div className="flex gap-2">
            <Button
              look="main"
              busy={busy}
              disabled={to === ''}
              onClick={() =>
                run(() => addReviewerAction({ critiqueId, reviewerId: to }), done(`${name} reviews it too.`))
              }
            >
              Add the reviewer
            </Button>
            <Button onClick={() => setOpen(false)}>Close</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
