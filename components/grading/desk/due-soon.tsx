import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { DueThing } from '@/lib/grading/desk/schema'
import { shortDate } from '@/lib/time'

export function DueSoon({ items, timeZone }: { items: DueThing[]; timeZone: string }) {
  return (
    <Section title="Due in two weeks">
      {items.length === 0 ? (
        <p className="text-14 text-ink-3">No critique is due in the next two weeks.</p>
      ) : (
        <ul className="border-t border-rule">
          {items.map(({ title, href, dueAt, handedIn, of }) => (
            <li key={href} className="border-b border-rule py-2.5">
              <Link href={href} className="font-medium hover:text-accent wrap-anywhere">
                {title}
              </Link>
              <p className="num text-13 text-ink-3">
                {shortDate(dueAt, timeZone)} · {handedIn} of {of} handed in
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
