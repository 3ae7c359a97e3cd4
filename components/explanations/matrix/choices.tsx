import Link from 'next/link'
import { cx } from '@/components/ui/cx'

type Item = { text: string; href: string; on: boolean }

/** Two or more ways of looking at one thing, as links: they work before any script, and can be sent to others. */
export function Choice({ label, items }: { label: string; items: Item[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1 text-13">
      <span className="mr-1.5 text-ink-3">{label}</span>
      {items.map(({ text, href, on }) => (
        <Link
          key={text}
          href={href}
          scroll={false}
          aria-current={on ? 'true' : undefined}
          className={cx(
            'rounded-md px-2.5 py-1 pointer-coarse:py-3',
            on ? 'bg-sunk font-medium text-ink' : 'text-ink-2 hover:bg-sunk',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  )
}
