import Link from 'next/link'
import { Chip } from '@/components/ui/bits'
import type { DebateSummary } from '@/lib/debates/schema'
import { shortDate } from '@/lib/time'
import { counted } from './words'

function Counts({ standing: s }: Pick<DebateSummary, 'standing'>) {
  if (s.claims === 0) return <>No claims yet</>
  return (
    <>
      {counted(s.claims, 'claim')}: <span className="text-for">{s.for.claims} for</span>,{' '}
      <span className="text-against">{s.against.claims} against</span>
      {s.unsourced ? `, ${s.unsourced} without a source` : null}
    </>
  )
}

/** The course's debates; `query` goes along with each link ("?cite=…"). */
export function DebateList(props: {
  debates: DebateSummary[]
  courseSlug: string
  timeZone: string
  query?: string
}) {
  return (
    <ul className="mt-10 border-t border-rule">
      {props.debates.map(({ id, slug, motion, formatName, at, closedAt, standing }) => (
        <li key={id} className="border-b border-rule py-6">
          <h2 className="font-serif text-19 sm:text-24 max-w-[46ch]">
            <Link
              href={`/courses/${props.courseSlug}/debates/${slug}${props.query ?? ''}`}
              className="hover:text-accent"
            >
              {motion}
            </Link>
          </h2>
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-3">
            <Chip tone={closedAt ? 'plain' : 'accent'}>{closedAt ? 'Closed' : 'Open'}</Chip>
            <span>
              <Counts standing={standing} />
            </span>
            {formatName ? <span>{formatName}</span> : null}
            <span>
              {closedAt ? 'Closed' : 'Opened'} {shortDate(closedAt ?? at, props.timeZone)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
