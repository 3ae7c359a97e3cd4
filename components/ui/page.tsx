import type { ReactNode } from 'react'
import { cx } from './cx'

/** The frame of every page but the reader: an eyebrow, the heading, a lede, then sections. */
export function Page({
  eyebrow,
  title,
  lede,
  actions,
  wide,
  children,
}: {
  eyebrow?: ReactNode
  title: ReactNode
  lede?: ReactNode
  actions?: ReactNode
  wide?: boolean
  children?: ReactNode
}) {
  return (
    <main
      id="main"
      className={cx('mx-auto px-5 sm:px-6 pt-8 sm:pt-12 pb-24', wide ? 'max-w-[1280px]' : 'max-w-[1120px]')}
    >
      {eyebrow ? <div className="text-12 font-medium tracking-[.04em] text-ink-3">{eyebrow}</div> : null}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3 justify-between">
        <h1 className="mt-1.5 text-24 sm:text-32 max-w-[34ch]">{title}</h1>
        {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
      </div>
      {lede ? <div className="mt-3 font-serif text-16 sm:text-19 text-ink-2 measure">{lede}</div> : null}
      {children}
    </main>
  )
}

export function Section({
  title,
  sub,
  id,
  actions,
  children,
  className,
}: {
  title: ReactNode
  sub?: ReactNode
  id?: string
  actions?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section id={id} className={cx('mt-10 sm:mt-12', className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 print:break-after-avoid">
        <h2 className="text-19 sm:text-24">{title}</h2>
        {actions}
      </div>
      {sub ? (
        <p className="mt-1 mb-4 text-13 text-ink-3 max-w-[70ch] print:break-after-avoid">{sub}</p>
      ) : (
        <div className="h-3" />
      )}
      {children}
    </section>
  )
}
