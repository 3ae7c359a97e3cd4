'use client'
import { BAR_BUTTON_QUIET, Bar } from './lead-bar'

/** What the leader sees. */
export function LeadBar({ letGo }: { letGo: () => void }) {
  return (
    <Bar said="You are leading. Those who follow see what you see.">
      <span className="truncate">
        <b className="font-semibold">You are leading</b>
        <span className="text-ink-2 max-sm:hidden">: followers go where you go</span>
      </span>
      <button type="button" className={BAR_BUTTON_QUIET} onClick={letGo}>
        Let go
      </button>
    </Bar>
  )
}
