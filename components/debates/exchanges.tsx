import { SafeHtml } from '@/components/ui/bits'
import { cx } from '@/components/ui/cx'
import { claimCode } from '@/lib/debates/rules/tree'
import type { ExchangeDto, TurnDto } from '@/lib/debates/schema'

const LOOK = { FOR: 'text-for', AGAINST: 'text-against' } as const

/** A text whose "C05" lead to the claims that the debate has. */
function WithClaims({ text, numbers }: { text: string; numbers: ReadonlySet<number> }) {
  return text.split(/\b(C\d{2,4})\b/).map((part, i) => {
    const number = i % 2 ? Number(part.slice(1)) : 0
    if (!numbers.has(number)) return part
    return (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
        key={i}
        href={`#${claimCode(number)}`}
        className="underline decoration-rule-strong underline-offset-2"
      >
        {part}
      </a>
    )
  })
}

function Turn({ turn: { speaker, role, side, html } }: { turn: TurnDto }) {
  return (
    <li className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[168px_minmax(0,1fr)]">
      <p className="text-13 sm:pt-0.5">
        <span className="font-medium">{speaker}</span>
        {role ? <span className={cx('ml-2', side ? LOOK[side] : 'text-ink-3')}>{role}</span> : null}
      </p>
      <SafeHtml html={html} className="font-serif text-16 text-pretty measure" />
    </li>
  )
}

/** What was said in the room, turn by turn. */
export function Exchanges({
  exchanges,
  numbers,
}: {
  exchanges: ExchangeDto[]
  numbers: ReadonlySet<number>
}) {
  return (
    <div className="grid gap-10 max-w-[860px]">
      {exchanges.map(({ title, turns }) => (
        <section key={title}>
          <h3 className="text-16 border-b border-rule-strong pb-1.5">
            <WithClaims text={title} numbers={numbers} />
          </h3>
          <ol className="divide-y divide-rule">
            {turns.map((turn, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: turns have no other identity than their place
              <Turn key={i} turn={turn} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
