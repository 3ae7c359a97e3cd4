import type { ReactNode } from 'react'
import { cx } from './cx'

/** A line that says something about the whole page or form. */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  children: ReactNode
}) {
  const edge = { plain: 'border-rule-strong', good: 'border-good', warn: 'border-warn', bad: 'border-bad' }[
    tone
  ]
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('border-l-2 pl-3 py-1 text-14 text-ink-2', edge)}
    >
      {children}
    </div>
  )
}

/** Where there is nothing yet: says what will be here and how it comes. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="py-10 max-w-[52ch]">
      <h2 className="text-19">{title}</h2>
      {children ? <div className="mt-1 text-ink-2 text-14">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx('animate-pulse rounded-sm bg-sunk', className)} />
}
