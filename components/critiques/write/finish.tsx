'use client'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Notice } from '@/components/ui/feedback'
import type { Missing } from '@/lib/critiques/rules/missing'
import { costWords } from '../set-up/late-words'
import { fieldId } from './field-box'
import { type Clock, useLateness } from './use-lateness'

export function WordMeter({ words, limit }: { words: number; limit: number }) {
  const over = words > limit
  return (
    <div>
      <p className={cx('num text-13', over ? 'text-bad font-medium' : 'text-ink-2')}>
        {words} of {limit} words in all{over ? `, ${words - limit} over` : ''}
      </p>
      <div aria-hidden className="mt-1.5 h-0.5 rounded-full bg-rule overflow-hidden">
        <div
          className={cx('h-full', over ? 'bg-bad' : 'bg-accent')}
          style={{ width: `${Math.min(100, (100 * words) / limit)}%` }}
        />
      </div>
    </div>
  )
}

/** "A2 Variables" is a way to the field; what is about the whole is only said. */
const StillMissing = ({ items }: { items: Missing[] }) => (
  <ul className="grid gap-1 text-13 text-ink-2">
    {items.map(({ code, title, message }) => (
      <li key={`${code} ${message}`}>
        {code === 'total' ? (
          message
        ) : (
          <a href={`#${fieldId(code)}`} className="hover:text-ink hover:underline underline-offset-2">
            <span className="num inline-block min-w-7 text-ink-3">{code}</span> {title}
            {message.endsWith('is empty.') ? null : <span className="text-bad"> over its limit</span>}
          </a>
        )}
      </li>
    ))}
  </ul>
)

type Props = {
  items: Missing[]
  clock: Clock
  submitted: boolean
  busy: boolean
  error: string | null
  onSubmit: () => void
}

/** What is still missing, and the button. It can always be pressed: the answer then stands beside the fields. */
export function Finish({ items, clock, submitted, busy, error, onSubmit }: Props) {
  const lateness = useLateness(clock)
  const cost = costWords(lateness, clock.rule, submitted)
  if (lateness.state === 'CLOSED')
    return <Notice tone="warn">It was due and can no longer be submitted. Your draft is kept.</Notice>
  return (
    <div className="grid gap-3 justify-items-start">
      {items.length > 0 ? (
        <div className="grid gap-1.5">
          <p className="text-13 font-medium">Still missing</p>
          <StillMissing items={items} />
        </div>
      ) : (
        <p className="text-13 text-good">Complete, and within its limits.</p>
      )}
      {cost ? <Notice tone="warn">{cost}</Notice> : null}
      <Button look="main" busy={busy} onClick={onSubmit}>
        {submitted ? 'Submit again' : 'Submit'}
      </Button>
      {error ? <Notice tone="bad">{error}</Notice> : null}
      <p className="text-13 text-ink-3">
        You can revise and submit again until it is closed; the last submission counts, also for lateness.
      </p>
    </div>
  )
}
