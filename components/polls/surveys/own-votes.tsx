'use client'
import { cx } from '@/components/ui/cx'
import type { VoteValue } from '@/lib/polls/surveys/rules/grid'
import type { StatementDto } from '@/lib/polls/surveys/schema'
import { STANCES } from './stances'

type Props = {
  statements: StatementDto[]
  of: (statement: StatementDto) => VoteValue | null
  change: (id: string, value: VoteValue | null) => Promise<unknown>
  busy: boolean
  open: boolean
}

/** What one has voted so far, to be changed until the close. Only the voter sees it. */
export function OwnVotes({ statements, of, change, busy, open }: Props) {
  const voted = statements.filter((s) => of(s) !== null)
  if (voted.length === 0) return null
  return (
    <details open={open || undefined} className="mt-8 max-w-[860px]">
      <summary className="cursor-pointer text-14 font-medium">
        Your votes <span className="font-normal text-ink-3">(only you see them)</span>
      </summary>
      <ul className="mt-2 border-t border-rule">
        {voted.map((s) => (
          <li
            key={s.id}
            className="grid items-center gap-x-6 gap-y-2 border-b border-rule py-2 sm:grid-cols-[1fr_auto]"
          >
            <span className="font-serif text-16 leading-snug">{s.text}</span>
            <fieldset aria-label={s.text} className="flex gap-1">
              {STANCES.map(({ value, verb, ink }) => (
                <button
                  key={verb}
                  type="button"
                  aria-pressed={of(s) === value}
                  aria-disabled={busy}
                  onClick={() => void change(s.id, value)}
                  className={cx(
                    'h-8 cursor-pointer rounded-md border px-2.5 text-13 pointer-coarse:h-11',
                    of(s) === value
                      ? cx('border-current bg-surface font-medium', ink)
                      : 'border-transparent text-ink-3 hover:bg-sunk hover:text-ink',
                  )}
                >
                  {verb}
                </button>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </details>
  )
}
