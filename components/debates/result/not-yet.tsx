import Link from 'next/link'
import { Empty } from '@/components/ui/feedback'
import type { DebateResult, VoteHead } from '@/lib/debates/result/schema'

const WORDS: Record<Exclude<DebateResult['state'], 'ready'>, [title: string, text: string]> = {
  none: [
    'No vote yet',
    'A debate is decided by two secret votes on its motion, before and after: whoever moves more of the House wins. This debate has had none that is closed.',
  ],
  one: [
    'One vote so far',
    'The first vote is closed. The result comes with the second, after the debate: only both together show who moved.',
  ],
  open: ['A vote is open', 'Nothing is shown before both votes are closed, to anybody.'],
  few: [
    'Too few votes',
    'Fewer than three people voted in one of the two votes, so nothing is shown: it would tell how they voted.',
  ],
}

const STATE = { OPEN: 'open', CLOSED: 'closed', UPCOMING: 'not open yet' } as const

/** Where there is no result: which vote is missing, and what comes then. */
export function NotYet({ result, base }: { result: DebateResult; base: string }) {
  if (result.state === 'ready') return null
  const [title, text] = WORDS[result.state]
  const votes = [result.before, result.after].filter((v): v is VoteHead => v !== null)
  return (
    <Empty title={title}>
      <p>{text}</p>
      {votes.length > 0 ? (
        <ul className="mt-3">
          {votes.map(({ slug, wave, state }) => (
            <li key={slug}>
              <Link
                href={`${base}/explain/polls/${slug}`}
                className="inline-block first-letter:uppercase text-accent underline underline-offset-2"
              >
                {wave || 'The vote'}
              </Link>
              {`, ${STATE[state]}`}
            </li>
          ))}
        </ul>
      ) : null}
    </Empty>
  )
}
