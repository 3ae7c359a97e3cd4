'use client'
import { cx } from '@/components/ui/cx'

export type SideOf = 'FOR' | 'AGAINST' | null

const SIDES = [
  ['FOR', 'For', 'has-checked:bg-for-soft has-checked:border-for accent-for'],
  ['AGAINST', 'Against', 'has-checked:bg-against-soft has-checked:border-against accent-against'],
  [null, 'Neither', 'has-checked:bg-sunk accent-undecided'],
] as const

/** Which side of the motion the words help. */
export function SideChoice({ value, onChange }: { value: SideOf; onChange: (side: SideOf) => void }) {
  return (
    <fieldset>
      <legend className="sr-only">Which side it helps</legend>
      <div className="flex flex-wrap gap-1.5">
        {SIDES.map(([side, label, look]) => (
          <label
            key={label}
            className={cx(
              'inline-flex items-center gap-1.5 h-8 pointer-coarse:h-11 px-2.5 rounded-md border border-rule-strong text-13 cursor-pointer',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              look,
            )}
          >
            <input type="radio" checked={value === side} onChange={() => onChange(side)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
