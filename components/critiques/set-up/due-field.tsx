'use client'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { useMounted } from '@/components/ui/use-mounted'
import { zoneName } from '@/lib/critiques/rules/deadline'
import { momentOf } from '@/lib/critiques/rules/due-input'
import { longDate } from '@/lib/time'

type Props = {
  name: string
  label: string
  timeZone: string
  value?: string
  error?: string
  hint?: string
}

const COMPLETE = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** The same moment in the viewer's zone, and what is odd about it where clocks change. */
function about(local: string, timeZone: string, own: string): string | null {
  if (!COMPLETE.test(local)) return null
  const { at, message } = momentOf(local.slice(0, 16), timeZone)
  if (!at) return message
  const here = `${longDate(at, timeZone)}, ${zoneName(timeZone)}`
  const there =
    longDate(at, own) === longDate(at, timeZone) ? here : `${here}; ${longDate(at, own)} where you are`
  return message ? `${message} ${there}.` : `${there}.`
}

/** A day and an hour by the course's clocks, with what that is on the viewer's. */
export function DueField({ name, label, timeZone, value = '', error, hint }: Props) {
  const [local, setLocal] = useState(value)
  const mounted = useMounted()
  const own = mounted ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone
  const said = about(local, timeZone, own)
  return (
    <div className="grid gap-1">
      <Field
        type="datetime-local"
        {...{ name, label, error }}
        hint={hint}
        value={local}
        onChange={(event) => setLocal(event.target.value)}
      />
      <p className="num text-13 text-ink-2" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
