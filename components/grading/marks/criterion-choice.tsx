'use client'
import { useId } from 'react'
import { cx } from '@/components/ui/cx'
import type { GradeCriterion } from '@/lib/grading/schema'

type Props = { criterion: GradeCriterion; value: number | undefined; onChange: (level: number) => void }

/** The levels of one criterion as a row of radio buttons; the chosen one says what it means. */
export function CriterionChoice({ criterion, value, onChange }: Props) {
  const name = useId()
  const { levels, choices, weight } = criterion
  const chosen = levels.find((l) => l.level === value)
  return (
    <fieldset>
      <legend className="text-14 font-medium">
        {criterion.name} <span className="num text-13 font-normal text-ink-3">weight {weight}</span>
      </legend>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {choices.map((level) => {
          const described = levels.find((l) => l.level === level)
          return (
            <label
              key={level}
              title={described?.descriptor}
              className={cx(
                'flex items-center gap-1.5 rounded-md border px-2.5 h-8 pointer-coarse:h-11 text-13 cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent',
                value === level
                  ? 'border-accent bg-accent-soft text-accent'
                  : 'border-rule-strong text-ink-2',
              )}
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={value === level}
                onChange={() => onChange(level)}
              />
              <span className="num font-medium">{level}</span> {described?.name}
            </label>
          )
        })}
      </div>
      {chosen?.descriptor ? (
        <p className="mt-1 text-13 text-ink-3 max-w-[70ch]">{chosen.descriptor}</p>
      ) : null}
    </fieldset>
  )
}
