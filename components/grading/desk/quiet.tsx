import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { QuietMember } from '@/lib/grading/desk/schema'
import { ago } from '@/lib/time'

type Props = {
  members: QuietMember[]
  students: number
  days: number
  base: string
  now: number
  timeZone: string
}

/** Students of whom nothing has been seen for a while. */
export function Quiet({ members, students, days, base, now, timeZone }: Props) {
  return (
    <Section
      title="Gone quiet"
      sub={`Students who have not read, written or rated anything for ${days} days. Votes leave no time behind and do not count here.`}
    >
      {members.length === 0 ? (
        <p className="text-14 text-ink-3">
          {students === 0 ? 'There are no students yet.' : 'Everybody has been here this week.'}
        </p>
      ) : (
        <ul className="border-t border-rule sm:columns-2 sm:gap-12">
          {members.map(({ memberId, name, group, lastAt, did }) => (
            <li key={memberId} className="border-b border-rule py-2 break-inside-avoid">
              <Link href={`${base}/${memberId}`} className="font-medium hover:text-accent">
                {name}
              </Link>
              {group ? <span className="text-13 text-ink-3"> · {group}</span> : null}
              <p className="text-13 text-ink-3">
                {lastAt ? (
                  <>
                    Last {did} <time dateTime={lastAt}>{ago(lastAt, now, timeZone)}</time>
                  </>
                ) : (
                  'Nothing yet'
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
