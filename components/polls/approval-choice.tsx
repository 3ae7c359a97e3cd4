'use client'
import type { PollOptionDto } from '@/lib/polls/schema'
import { Dot } from './option'

type Props = {
  options: PollOptionDto[]
  scores: Record<string, number>
  onChange: (scores: Record<string, number>) => void
}

/** As many as one likes: the browser's own checkboxes. */
export function ApprovalChoice({ options, scores, onChange }: Props) {
  return (
    <fieldset>
      <legend className="mb-2 text-13 text-ink-3">Tick every option that you approve of, one or more.</legend>
      {options.map((o) => (
        <label
          key={o.code}
          className="flex cursor-pointer items-center gap-3 border-b border-rule py-2.5 first-of-type:border-t pointer-coarse:py-3 hover:bg-sunk has-checked:bg-accent-soft"
        >
          <input
            type="checkbox"
            checked={scores[o.code] === 1}
            onChange={(event) => onChange({ ...scores, [o.code]: event.target.checked ? 1 : 0 })}
            className="ml-2 size-4 shrink-0 accent-accent"
          />
          <Dot hue={o.hue} />
          <span className="font-serif text-16">{o.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
