import type { PollPage } from '@/lib/polls/schema'

/** For staff: who has voted; nobody sees how. */
export function Turnout({
  voters,
  voted,
  of,
  closedAt,
}: Pick<PollPage, 'voters' | 'voted' | 'of' | 'closedAt'>) {
  if (!voters) return null
  return (
    <details open={closedAt === null} className="mt-8 max-w-[680px] border-y border-rule py-3">
      <summary className="cursor-pointer font-medium text-13 text-ink-2">
        Who has voted: {voted} of {of}
      </summary>
      <ul className="mt-3 columns-1 gap-8 text-14 sm:columns-2">
        {voters.map((v) => (
          <li
            key={v.name}
            className="flex justify-between gap-3 border-b border-rule py-1 break-inside-avoid"
          >
            {v.name}
            <span className={v.voted ? 'text-good' : 'text-ink-3'}>{v.voted ? 'has voted' : 'not yet'}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
