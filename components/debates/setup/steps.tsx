import { Chip } from '@/components/ui/bits'
import { ButtonLink } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import type { StepDto, WrittenWeek } from '@/lib/debates/written/queries'
import { longDate } from '@/lib/time'

const STATE: Record<WrittenWeek['state'], string> = {
  WAITING: 'It has not begun.',
  ON: '',
  PAUSED: 'It stands still for now; the dates follow when it goes on.',
  OVER: 'It is over.',
}

function datesOf({ state, from, until }: StepDto, timeZone: string): string {
  const at = (iso: string) => longDate(iso, timeZone)
  if (state === 'NOW') return until ? `until ${at(until)}` : ''
  if (state === 'DONE') return until ? `closed ${at(until)}` : ''
  return from && until ? `${at(from)} to ${at(until)}` : ''
}

type Props = { week: WrittenWeek; timeZone: string; path: string }
type StepProps = Omit<Props, 'week'> & { step: StepDto; number: number }

function Step({ step, number, timeZone, path }: StepProps) {
  const now = step.state === 'NOW'
  return (
    <li
      aria-current={now ? 'step' : undefined}
      className={cx(
        'grid gap-x-6 gap-y-0.5 border-b border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]',
        now && 'border-l-2 border-l-accent pl-3',
      )}
    >
      <p className="font-medium">
        <span className="num text-ink-3">{number}.</span> {step.name}
        {now ? (
          <span className="ml-2">
            <Chip tone="accent">Due now</Chip>
          </span>
        ) : null}
        {step.mine && step.state !== 'DONE' ? (
          <span className="ml-2">
            <Chip>you write</Chip>
          </span>
        ) : null}
      </p>
      <p className="text-13 text-ink-2 sm:text-right">{datesOf(step, timeZone)}</p>
      <p className="text-13 text-ink-2 sm:col-span-2">{[step.who, step.asks].filter(Boolean).join(': ')}</p>
      {now && (step.mine || step.vote) ? (
        <p className="mt-1 print:hidden">
          <ButtonLink look="main" href={`${path}/seat`}>
            {step.vote ? 'Vote' : 'Write your part'}
          </ButtonLink>
        </p>
      ) : null}
    </li>
  )
}

/** The steps of a debate that is written over days: which is due, until when, and what comes. */
export function Steps({ week, timeZone, path }: Props) {
  const first = week.steps[0]
  const waiting = week.state === 'WAITING' && first?.from
  return (
    <>
      <p className="mb-3 text-14 text-ink-2">
        {waiting ? `It begins ${longDate(first.from ?? '', timeZone)}. ` : STATE[week.state]}
        {week.state === 'WAITING' && !waiting ? ' Dates are shown when it has a beginning.' : ''}
        {week.state === 'ON' || waiting ? 'Each step closes at its hour and the next begins by itself.' : ''}
      </p>
      <ol className="max-w-[860px] border-t border-rule">
        {week.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other identity than their place
          <Step key={i} step={step} number={i + 1} timeZone={timeZone} path={path} />
        ))}
      </ol>
    </>
  )
}
