'use client'
import type { ReactNode } from 'react'

/** The bar at the foot of the window. It is told once when it appears, not at every step of the leader's. */
export function Bar({ said, children }: { said: string; children: ReactNode }) {
  return (
    <div
      data-lead-bar
      className="fixed z-30 left-1/2 -translate-x-1/2 bottom-5 max-[71.99rem]:bottom-16 flex items-center gap-3 h-12 pl-4 pr-1.5 rounded-full border border-rule bg-surface shadow-float text-14 whitespace-nowrap max-w-[calc(100vw-16px)] print:hidden"
    >
      <span aria-hidden className="size-2 rounded-full bg-bad shrink-0" />
      <span role="status" className="sr-only">
        {said}
      </span>
      {children}
    </div>
  )
}

export const BAR_BUTTON =
  'h-9 px-3.5 rounded-full font-medium cursor-pointer bg-accent text-accent-ink hover:brightness-110 shrink-0'
export const BAR_BUTTON_QUIET =
  'h-9 px-3.5 rounded-full font-medium cursor-pointer bg-sunk text-ink-2 hover:text-ink shrink-0'
