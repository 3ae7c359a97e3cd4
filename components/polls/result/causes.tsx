import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { PollResult } from '@/lib/polls/schema'

/** What voters named as what moved them, from three ballots on. */
export function Causes({ causes, base }: { causes: PollResult['causes']; base: string }) {
  if (causes.length === 0) return null
  return (
    <Section
      title="What moved voters"
      sub="Claims and evidence that at least three ballots name. How many name fewer, or nothing, is not told."
    >
      <ol className="max-w-[76ch] border-t border-rule">
        {causes.map((cause) => (
          <li
            key={cause.id}
            className="grid grid-cols-[4.5rem_1fr] items-baseline gap-3 border-b border-rule py-2"
          >
            <span className="num text-right font-medium">
              {cause.ballots ?? 'nearly all'}
              <span className="sr-only"> ballots</span>
            </span>
            {cause.href ? (
              <Link
                href={`${base}${cause.href}`}
                className="font-serif text-16 leading-snug hover:text-accent"
              >
                {cause.label}
              </Link>
            ) : (
              <span className="font-serif text-16 leading-snug">{cause.label}</span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
