import Link from 'next/link'
import type { ReactNode } from 'react'
import type { PollResult } from '@/lib/polls/schema'

type Cause = PollResult['causes'][number]
type Props = { causes: readonly Cause[]; base: string; count: (ballots: number | null) => ReactNode }

/** Claims and evidence that ballots name, each with how many and the way to it; `null` ballots: nearly all of them. */
export function CauseList({ causes, base, count }: Props) {
  return (
    <ol className="max-w-[76ch] border-t border-rule">
      {causes.map((cause) => (
        <li
          key={cause.id}
          className="grid grid-cols-[4.5rem_1fr] items-baseline gap-3 border-b border-rule py-2"
        >
          {count(cause.ballots)}
          {cause.href ? (
            <Link href={`${base}${cause.href}`} className="font-serif text-16 leading-snug hover:text-accent">
              {cause.label}
            </Link>
          ) : (
            <span className="font-serif text-16 leading-snug">{cause.label}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
