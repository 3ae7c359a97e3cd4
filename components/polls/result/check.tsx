'use client'
import { useId, useRef, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { receiptKey } from '@/lib/polls/rules/receipt'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PollMethodName, PublishedBallot } from '@/lib/polls/schema'
import { ReceiptCode } from '../receipt'

type Props = {
  method: PollMethodName
  codes: string[]
  list: PublishedBallot[]
  tallies: Tally[]
  csvHref: string
  voted: boolean
}

const order = (ranking: string[][]): string => ranking.map((tier) => tier.join(' = ')).join(' > ')

/** Counts the published list with the very code that the server counts with, and compares. */
async function recount({ method, codes, list, tallies }: Props): Promise<string> {
  const { countAll } = await import('@/lib/polls/rules/count')
  const mine = countAll(method, codes, list)
  const wrong = tallies.filter((tally, i) => JSON.stringify(tally) !== JSON.stringify(mine[i]))
  if (wrong.length > 0)
    return `The count differs for ${wrong.map((t) => t.method).join(', ')}. Tell your instructor.`
  const ways = mine.length === 1 ? 'one way' : `${mine.length} ways`
  return `Your browser has counted the ${list.length} ballots of this list ${ways}. Every result is the one shown.`
}

/** How to check the result: the list, one's own receipt in it, and the count anew. */
export function Check(props: Props) {
  const { list, csvHref, voted } = props
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [counted, setCounted] = useState<string | null>(null)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const key = receiptKey(typed)
  const found = key.length >= 4 ? list.filter((b) => receiptKey(b.receipt).startsWith(key)) : []
  const find = () => {
    setOpen(true)
    setTimeout(() => root.current?.querySelector('[data-found]')?.scrollIntoView({ block: 'center' }), 50)
  }
  return (
    <div ref={root}>
      <div className="flex flex-wrap items-end gap-3 border-y border-rule py-4">
        <form
          className="mr-auto flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            find()
          }}
        >
          <label htmlFor={id} className="grid gap-1.5 text-13 font-medium text-ink-2">
            {voted ? 'Your receipt' : 'A receipt'}
            <input
              id={id}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder="7f3a · celadon · 19"
              autoComplete="off"
              spellCheck={false}
              className="h-9 w-56 rounded-md border border-rule-strong bg-surface px-3 font-mono text-13 font-normal text-ink placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-16"
            />
          </label>
          <Button type="submit" className="h-9">
            Find my ballot
          </Button>
        </form>
        <a href={csvHref} download className={buttonClass('plain', 'h-9')}>
          Download as CSV
        </a>
        <Button look="main" className="h-9" onClick={async () => setCounted(await recount(props))}>
          Recount in this browser
        </Button>
      </div>
      <p role="status" className="mt-3 text-14 text-ink-2 empty:hidden">
        {counted}
        {counted && key.length >= 4 && open ? ' ' : ''}
        {key.length >= 4 && open ? sayFound(found) : ''}
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="mt-4">
        <summary className="cursor-pointer font-medium text-14">
          The {list.length} ballots, by receipt
        </summary>
        <ul className="mt-3 border-t border-rule">
          {list.map((ballot) => {
            const mine = found.includes(ballot)
            return (
              <li
                key={ballot.receipt}
                data-found={mine || undefined}
                className={cx(
                  'grid gap-x-6 gap-y-1 border-b border-rule py-2 sm:grid-cols-[170px_minmax(180px,auto)_1fr] items-baseline',
                  mine && 'bg-mark -mx-2 px-2 rounded-sm',
                )}
              >
                <span>
                  <ReceiptCode>{ballot.receipt}</ReceiptCode>
                </span>
                <span className="num text-14">{order(ballot.ranking)}</span>
                <span className="font-serif text-14 text-ink-2">{ballot.reason}</span>
              </li>
            )
          })}
        </ul>
      </details>
    </div>
  )
}

function sayFound(found: PublishedBallot[]): string {
  if (found.length === 0) return 'No ballot in the list has this receipt.'
  return found.length === 1 ? 'Your ballot is in the list, marked below.' : 'Type more of the receipt.'
}
