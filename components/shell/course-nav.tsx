'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'

const ROOMS = [
  ['readings', 'Read'],
  ['debates', 'Debate'],
  ['explain', 'Explain'],
  ['critiques', 'Critique'],
  ['people', 'People'],
] as const

/** The staff's desk, which the gradebook belongs to; a student's own marks. */
const LAST = { staff: ['desk', 'Desk'], student: ['grades', 'Marks'] } as const

export function CourseNav({ slug, as }: { slug: string; as: 'staff' | 'student' | 'observer' }) {
  const path = usePathname()
  const rooms = as === 'observer' ? ROOMS : [...ROOMS, LAST[as]]
  return (
    <nav aria-label="Course" className="flex h-full gap-5">
      {rooms.map(([segment, label]) => {
        const href = `/courses/${slug}/${segment}`
        const within = (room: string) => `${path}/`.startsWith(`/courses/${slug}/${room}/`)
        const here = within(segment) || (segment === 'desk' && within('grades'))
        return (
          <Link
            key={segment}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cx(
              'flex items-center border-b-2 -mb-px whitespace-nowrap',
              here ? 'text-ink font-medium border-accent' : 'text-ink-2 border-transparent hover:text-ink',
            )}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
