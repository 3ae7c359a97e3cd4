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

export function CourseNav({ slug }: { slug: string }) {
  const path = usePathname()
  return (
    <nav aria-label="Course" className="flex h-full gap-5">
      {ROOMS.map(([segment, label]) => {
        const href = `/courses/${slug}/${segment}`
        const here = path === href || path.startsWith(`${href}/`)
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
