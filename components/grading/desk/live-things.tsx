import Link from 'next/link'
import { Section } from '@/components/ui/page'
import type { LiveThing } from '@/lib/grading/desk/schema'

/** Votes that are open and debates that run, each with the way to its controls. */
export function LiveThings({ items }: { items: LiveThing[] }) {
  return (
    <Section title="Live now">
      {items.length === 0 ? (
        <p className="text-14 text-ink-3">No vote is open and no debate is running.</p>
      ) : (
        <ul className="border-t border-rule">
          {items.map(({ kind, title, href, detail }) => (
            <li key={href} className="border-b border-rule py-2.5">
              <Link href={href} className="font-medium hover:text-accent wrap-anywhere">
                {title}
              </Link>
              <p className="text-13 text-ink-3">
                {kind === 'vote' ? 'Vote' : 'Debate'} · <span className="num">{detail}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
