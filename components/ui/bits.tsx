import type { ReactNode } from 'react'
import { cx } from './cx'

export function Chip({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'accent' | 'for' | 'against' | 'warn'
  children: ReactNode
}) {
  const tones = {
    plain: 'bg-sunk text-ink-2',
    accent: 'bg-accent-soft text-accent',
    for: 'bg-for-soft text-for',
    against: 'bg-against-soft text-against',
    warn: 'bg-mark text-ink',
  }
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 h-[22px] px-2 rounded-full text-12 whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}

const TINTS = [
  'bg-for-soft text-for',
  'bg-against-soft text-against',
  'bg-accent-soft text-accent',
  'bg-sunk text-ink-2',
]

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toUpperCase()

/** A person's initials; the colour follows from the name and means nothing. */
export function Avatar({ name }: { name: string }) {
  const tint = TINTS[[...name].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % TINTS.length]
  return (
    <span
      aria-hidden
      className={cx(
        'inline-grid place-items-center size-[26px] rounded-full text-[11px] font-semibold shrink-0',
        tint,
      )}
    >
      {initials(name)}
    </span>
  )
}

/** A table scrolls in its own frame; the page never does. The frame can be reached and scrolled by keyboard. */
export function TableFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto -mx-1 px-1">
      {children}
    </section>
  )
}

/** HTML that lib/markdown or lib/readings made: the only places where strings become markup. */
export function SafeHtml({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised where it was written (lib/markdown)
  return <div className={cx('prose-note', className)} dangerouslySetInnerHTML={{ __html: html }} />
}
