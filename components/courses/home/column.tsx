import Link from 'next/link'
import type { ReactNode } from 'react'

/** One of the three answers: a heading, then lines between hairlines, or one sentence that says there are none. */
export function Column({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <section>
      <h2 className="text-19">{title}</h2>
      {children.length > 0 ? (
        <ul className="mt-2 border-t border-rule">{children}</ul>
      ) : (
        <p className="mt-2 border-t border-rule py-2.5 text-ink-3">{empty}</p>
      )}
    </section>
  )
}

/** A line that leads somewhere: what it is, small; its title; a note below. */
export function Line({
  href,
  what,
  title,
  note,
}: {
  href: string
  what: ReactNode
  title: ReactNode
  note?: ReactNode
}) {
  return (
    <li className="border-b border-rule">
      <Link href={href} className="group block py-2.5">
        <span className="block text-12 text-ink-3">{what}</span>
        <span className="block text-14 text-ink group-hover:text-accent line-clamp-3">{title}</span>
        {note ? <span className="block text-13 text-ink-2">{note}</span> : null}
      </Link>
    </li>
  )
}
