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
        <div className="flex flex-wrap md:flex-nowrap items-center gap-x-6 px-5 sm:px-6">
          <Link
            href={home}
            className="flex items-center h-[var(--bar)] font-semibold tracking-[-.005em] min-w-0 flex-1 md:flex-initial"
          >
            <span className="truncate">{title}</span>
          </Link>
          {nav ? (
            <div className="order-1 md:order-none w-full md:w-auto h-11 md:h-[var(--bar)] -mx-5 md:mx-0 px-5 md:px-0 overflow-x-auto border-t border-rule md:border-0 shrink-0 max-md:min-w-[calc(100%+40px)]">
              {nav}
            </div>
          ) : null}
          <div className="ml-auto flex items-center gap-2 shrink-0">{end}</div>
        </div>
      </header>
    </>
  )
}
