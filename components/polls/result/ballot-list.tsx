import { cx } from '@/components/ui/cx'
import type { PublishedBallot } from '@/lib/polls/schema'
import { ReceiptCode } from '../receipt'
import { marksSaid } from './marks-said'

type Props = { list: PublishedBallot[]; codes: string[]; found: PublishedBallot[]; receipts: boolean }

/** The anonymous ballots as they are published. */
export function BallotList({ list, codes, found, receipts }: Props) {
  const options = codes.map((code) => ({ code }))
  return (
    <ul className="mt-3 border-t border-rule">
      {list.map((ballot) => {
        const mine = found.includes(ballot)
        const marks = marksSaid(ballot, options)
        return (
          <li
            key={ballot.receipt || marks}
            data-found={mine || undefined}
            className={cx(
              'grid items-baseline gap-x-6 gap-y-1 border-b border-rule py-2',
              receipts ? 'sm:grid-cols-[170px_minmax(180px,auto)_1fr]' : 'grid-cols-[4rem_1fr]',
              mine && '-mx-2 rounded-sm bg-mark px-2',
            )}
          >
            {receipts ? (
              <span>
                <ReceiptCode>{ballot.receipt}</ReceiptCode>
              </span>
            ) : (
              <span className="num text-right font-medium">{ballot.count ?? 1} ×</span>
            )}
            <span className="num text-14">{marks || 'nothing'}</span>
            {receipts ? <span className="font-serif text-14 text-ink-2">{ballot.reason}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
