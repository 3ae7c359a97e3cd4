import Link from 'next/link'
import { TableFrame } from '@/components/ui/bits'
import type { CourseFrame } from '@/lib/courses/schema'
import { showPoints } from '@/lib/grading/rules/participation'
import { UNITS } from '@/lib/grading/rules/units'
import type { ComponentMark, Described, MyParticipation } from '@/lib/grading/schema'
import { ago } from '@/lib/time'

type Props = {
  participation: Pick<MyParticipation, 'now' | 'contributions'>
  course: CourseFrame
  now: number
}

const percent = ({ value, target }: ComponentMark): number => Math.min(100, (100 * value) / target)

function Events({ items, now, timeZone }: { items: Described[]; now: number; timeZone: string }) {
  if (items.length === 0) return <p className="text-13 text-ink-3">Nothing yet.</p>
  return (
    <details>
      <summary className="text-13 text-ink-2 cursor-pointer">
        {items.length === 1 ? 'Counted from 1 event' : `Counted from ${items.length} events`}
      </summary>
      <ul className="mt-1 max-h-80 overflow-y-auto print:max-h-none">
        {items.map(({ subjectId, at, title, href, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several members may have thanked for one post at once
          <li key={`${subjectId}-${at}-${i}`} className="py-1 text-13 text-ink-2 wrap-anywhere">
            <time dateTime={at} className="text-ink-3">
              {ago(at, now, timeZone)}
            </time>{' '}
            {href ? (
              <Link href={href} className="hover:text-accent">
                {title}
              </Link>
            ) : (
              title
            )}
            {text ? <span className="text-ink-3"> · {text.slice(0, 120)}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Each part of the formula: what it measures, how far one is, what it earns, and the events behind it. */
export function ParticipationParts({ participation, course, now }: Props) {
  const { components, centipoints } = participation.now
  return (
    <TableFrame label="Participation by component">
      <table className="mt-4 w-full text-14 text-left border-collapse">
        <thead>
          <tr className="text-13 text-ink-3 border-b border-rule-strong *:font-medium *:py-2 *:pr-4 *:last:pr-0">
            <th scope="col">Part</th>
            <th scope="col" className="text-right">
              So far
            </th>
            <th scope="col" className="text-right">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {components.map((part) => (
            <tr key={part.component} className="border-b border-rule align-top *:py-3 *:pr-4 *:last:pr-0">
              <th scope="row" className="font-normal min-w-0">
                <span className="font-medium">{UNITS[part.component].name}</span>
                <span className="block text-13 text-ink-3 max-w-[60ch]">{UNITS[part.component].about}</span>
                <span aria-hidden className="mt-2 block h-1 max-w-80 rounded-full bg-sunk">
                  <span className="block h-1 rounded-full bg-accent" style={{ width: `${percent(part)}%` }} />
                </span>
                <div className="mt-1.5">
                  <Events
                    items={participation.contributions.filter((c) => c.component === part.component)}
                    now={now}
                    timeZone={course.timeZone}
                  />
                </div>
              </th>
              <td className="num text-right whitespace-nowrap">
                {part.value} of {part.target}
                <span className="block text-13 text-ink-3">{UNITS[part.component].unit}</span>
              </td>
              <td className="num text-right whitespace-nowrap">
                {showPoints(part.centipoints)} of {part.weight}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="*:py-3 *:pr-4 *:last:pr-0 font-medium">
            <th scope="row" colSpan={2}>
              As it counts now
            </th>
            <td className="num text-right whitespace-nowrap">{showPoints(centipoints)} of 100</td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}
