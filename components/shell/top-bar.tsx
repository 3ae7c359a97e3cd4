import Link from 'next/link'
import type { ReactNode } from 'react'

/** The bar at the head of every page. On a phone the navigation is a second row that scrolls sideways. */
export function TopBar({
  home,
  title,
  nav,
  end,
}: {
  home: string
  title: string
  nav?: ReactNode
  end?: ReactNode
}) {
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:z-50 focus:top-2 focus:left-2 focus:bg-surface focus:px-3 focus:py-2 focus:rounded-md"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-30 border-b border-rule bg-paper print:hidden">
        <div className="flex items-center gap-x-6 px-5 sm:px-6 h-[var(--bar)]">
          <Link href={home} className="font-semibold tracking-[-.005em] truncate min-w-0">
            {title}
          </Link>
          {nav ? <div className="hidden md:flex h-full">{nav}</div> : null}
          <div className="ml-auto flex items-center gap-2 shrink-0">{end}</div>
        </div>
        {nav ? (
          <div className="md:hidden flex h-11 overflow-x-auto px-5 border-t border-rule">{nav}</div>
        ) : null}
      </header>
    </>
  )
}
