'use client'
import { useEffect, useState } from 'react'
import { type Lateness, type LateRule, lateness } from '@/lib/critiques/rules/late'

/** The rule as the page was sent it, and the server's clock then. */
export type Clock = { rule: Omit<LateRule, 'dueAt'> & { dueAt: string | null }; now: number }

const at = ({ rule }: Clock, ms: number): Lateness =>
  lateness({ ...rule, dueAt: rule.dueAt ? new Date(rule.dueAt) : null }, new Date(ms))

/** How late handing in is now, by the server's clock, while the page stays open. */
export function useLateness(clock: Clock): Lateness {
  const [state, setState] = useState(() => at(clock, clock.now))
  useEffect(() => {
    const ahead = clock.now - Date.now()
    setState(at(clock, clock.now))
    const timer = setInterval(() => setState(at(clock, Date.now() + ahead)), 15_000)
    return () => clearInterval(timer)
  }, [clock])
  return state
}
