'use client'
import { useId } from 'react'
import { hueOf } from '@/components/polls/option'
import { setPoints } from '@/lib/explanations/rules/points'

export type Weighed = { code: string; name: string; hue: string }

/**
 * A hundred points over several things. Each has its slider and its number; what one takes, the others give in the
 * proportions that they have, so that they always come to a hundred.
 */
export function PointSliders({
  items,
  points,
  onChange,
  disabled,
}: {
  items: Weighed[]
  /** In the order of `items`, 100 together. */
  points: readonly number[]
  onChange: (points: number[]) => void
  disabled?: boolean
}) {
  const id = useId()
  return (
    <ul className="grid gap-2.5">
      {items.map(({ code, name, hue }, i) => {
        const value = points[i] ?? 0
        const set = (to: number) => onChange(setPoints(points, i, to))
        return (
          <li
            key={code}
            className="grid grid-cols-[minmax(0,1fr)_64px] items-center gap-x-3 sm:grid-cols-[200px_minmax(0,1fr)_64px]"
          >
            <label htmlFor={`${id}-${code}`} className="text-14 max-sm:col-span-2">
              <span className="mr-2 text-12 text-ink-3">{code}</span>
              {name}
            </label>
            <input
              id={`${id}-${code}`}
              type="range"
              min={0}
              max={100}
              step={1}
              value={value}
              disabled={disabled}
              aria-valuetext={`${value} of 100 points`}
              onChange={(event) => set(event.target.valueAsNumber)}
              style={{ accentColor: hueOf(hue) }}
              className="h-6 w-full cursor-pointer pointer-coarse:h-11"
            />
            <input
              type="number"
              min={0}
              max={100}
              step={1}
              inputMode="numeric"
              aria-label={`${code}, points`}
              value={value}
              disabled={disabled}
              onChange={(event) => set(event.target.valueAsNumber || 0)}
              className="num h-8 w-full rounded-md border border-rule-strong bg-surface px-2 text-right text-14 pointer-coarse:h-11"
            />
          </li>
        )
      })}
    </ul>
  )
}
