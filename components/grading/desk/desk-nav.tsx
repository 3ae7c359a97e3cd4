'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/cx'

const ROOMS = [
  ['desk', 'Today'],
  ['desk/confusion', 'Confusion report'],
  ['grades', 'Gradebook'],
  ['desk/log', 'Log'],
] as const

/** Between the rooms of the staff's desk. */
export function DeskNav({ slug }: { slug: string }) {
  const path = usePathname()
  return (
    <nav aria-label="Desk" className="mt-6 flex flex-wrap gap-x-5 border-b border-rule text-14 print:hidden">
      {ROOMS.map(([room, label]) => {
        const href = `/courses/${slug}/${room}`
        return (
          <Link
            key={room}
            href={href}
            aria-current={path === href ? 'page' : undefined}
            className={cx(
              'py-2 -mb-px border-b-2 pointer-coarse:py-3',
              path === href ? 'border-accent font-medium' : 'border-transparent text-ink-2 hover:text-ink',
            )}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
