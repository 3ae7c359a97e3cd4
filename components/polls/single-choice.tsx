'use client'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot } from './option'

/** One option of several: the browser's own radio buttons. */
export function SingleChoice({
  options,
  chosen,
  onChange,
}: {
  options: PollOptionDto[]
  chosen: string | null
  onChange: (code: string) => void
}) {
  return (
    <fieldset className="border-t border-rule">
      <legend className="sr-only">Your vote</legend>
      {options.map((o) => (
        <label
          key={o.code}
          className="flex cursor-pointer items-center gap-3 border-b border-rule py-2.5 pointer-coarse:py-3 hover:bg-sunk has-checked:bg-accent-soft"
        >
          <input
            type="radio"
            name="choice"
            value={o.code}
            checked={chosen === o.code}
            onChange={() => onChange(o.code)}
            className="ml-2 size-4 shrink-0 accent-accent"
          />
          <Dot hue={o.hue} />
          <span className="font-serif text-16">{o.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
