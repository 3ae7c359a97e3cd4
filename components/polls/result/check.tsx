'use client'
import { useRef, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import type { Pools } from '@/lib/polls/rules/count'
import { receiptKey } from '@/lib/polls/rules/receipt'
import type { Tally } from '@/lib/polls/rules/tally'
import type { PublishedBallot } from '@/lib/polls/schema'
import type { PollMethodName } from '@/lib/polls/vocabulary'
import { BallotList } from './ballot-list'
import { FindReceipt } from './find-receipt'

type CheckProps = {
  method: PollMethodName
  rule: string
  codes: string[]
  list: PublishedBallot[]
  /** How many ballots the list stands for. */
  ballots: number
  tallies: Tally[]
  pools: Pools | null
  /** Below this address are the files of the poll. */
  files: string
  /** Whether ballots have receipts: those of a file have none. */
  receipts: boolean
  voted: boolean
  resolution: string | null
}

/** Counts the published list with the very code that the server counts with, and compares. */
async function recount(props: CheckProps): Promise<string> {
  const { method, rule, codes, list, ballots, tallies, pools } = props
  const { countAll, poolAll } = await import('@/lib/polls/rules/count')
  const mine = countAll(method, codes, list, rule)
  const differ = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  const wrong = tallies.filter((tally, i) => differ(tally, mine[i])).map((t) => t.method as string)
  if (pools && !samePools(pools, poolAll(codes, list, rule))) wrong.push('the pools')
  if (wrong.length > 0) return `The count differs for ${wrong.join(', ')}. Tell your instructor.`
  const count = pools ? 2 : mine.length
  const ways = count === 1 ? 'one way' : `${count} ways`
  return `Your browser has counted the ${ballots} ballots of this list ${ways}. Every result is the one shown.`
}

/** Logarithms may differ between browsers in their last digit. */
const EQUAL = 1e-12

function samePools(a: Pools, b: Pools | null): boolean {
  const near = (x: Record<string, number> | null, y: Record<string, number> | null | undefined) =>
    x === null || !y ? x === y : Object.keys(x).every((k) => Math.abs((x[k] ?? 0) - (y[k] ?? 0)) <= EQUAL)
  return near(a.linear, b?.linear) && near(a.log, b?.log)
}

/** Brier's score of one ballot, worked out here: nobody is asked whose it is. */
async function scoreOf(props: CheckProps, ballot: PublishedBallot): Promise<string> {
  const at = props.codes.indexOf(props.resolution ?? '')
  if (at < 0) return ''
  const [{ brier }, { sharesOn }] = await Promise.all([
    import('@/lib/polls/rules/pool'),
    import('@/lib/polls/rules/count'),
  ])
  const score = Math.round(brier(sharesOn(props.codes, ballot), at) * 1000) / 1000
  return ` Its Brier score is ${score}.`
}

/** How to check the result: the list, one's own receipt in it, and the count anew. */
export function Check(props: CheckProps) {
  const { list, files, method, receipts, voted, codes } = props
  const [found, setFound] = useState<PublishedBallot[] | null>(null)
  const [said, setSaid] = useState({ counted: '', found: '' })
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const find = async (typed: string) => {
    const key = receiptKey(typed)
    const hits = key.length >= 4 ? list.filter((b) => receiptKey(b.receipt).startsWith(key)) : []
    const [only] = hits
    setFound(hits)
    setOpen(true)
    const score = hits.length === 1 && only ? await scoreOf(props, only) : ''
    setSaid((s) => ({
      ...s,
      found: key.length < 4 ? 'Type at least four characters of the receipt.' : sayFound(hits) + score,
    }))
    setTimeout(() => root.current?.querySelector('[data-found]')?.scrollIntoView({ block: 'center' }), 50)
  }
  const formats = method === 'RANKED' || method === 'PLURALITY' ? ['csv', 'blt', 'abif'] : ['csv', 'abif']
  return (
    <div ref={root}>
      <div className="flex flex-wrap items-end gap-3 border-y border-rule py-4 print:hidden">
        {receipts ? <FindReceipt voted={voted} onFind={find} /> : null}
        <span className="mr-auto max-sm:w-full" />
        {formats.map((format) => (
          <a
            key={format}
            href={`${files}/ballots.${format}`}
            download
            className={buttonClass('plain', 'h-9')}
            aria-label={`Download the ballots as ${format.toUpperCase()}`}
          >
            {format.toUpperCase()}
          </a>
        ))}
        <Button
          look="main"
          className="h-9"
          onClick={async () => {
            const counted = await recount(props)
            setSaid((s) => ({ ...s, counted }))
          }}
        >
          Recount in this browser
        </Button>
      </div>
      <p role="status" className="mt-3 text-14 text-ink-2 empty:hidden">
        {[said.counted, said.found].filter(Boolean).join(' ')}
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="mt-4">
        <summary className="cursor-pointer font-medium text-14">
          The {props.ballots} ballots{receipts ? ', by receipt' : ', alike ones together'}
        </summary>
        <BallotList list={list} codes={codes} found={found ?? []} receipts={receipts} />
      </details>
    </div>
  )
}

function sayFound(found: PublishedBallot[]): string {
  if (found.length === 0) return 'No ballot in the list has this receipt.'
  return found.length === 1 ? 'Your ballot is in the list, marked below.' : 'Type more of the receipt.'
}
