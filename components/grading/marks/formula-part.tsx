'use client'
import { Field } from '@/components/ui/field'
import { UNITS } from '@/lib/grading/rules/units'
import type { Component } from '@/lib/grading/schema'

type Values = { on: boolean; weight: string; target: string }
type Props = Values & {
  component: Component
  errors: { weight?: string | undefined; target?: string | undefined }
  onChange: (change: Partial<Values>) => void
}

/** One part: whether it counts, its points, and how much earns all of them. */
export function FormulaPart({ component, on, weight, target, errors, onChange }: Props) {
  const { name, about, unit } = UNITS[component]
  return (
    <li className="border-b border-rule py-4 grid gap-x-8 gap-y-3 md:grid-cols-[1fr_auto]">
      <label className="flex items-start gap-2.5 min-w-0">
        <input
          type="checkbox"
          className="mt-1"
          checked={on}
          onChange={(event) => onChange({ on: event.target.checked })}
        />
        <span>
          <span className="font-medium">{name}</span>
          <span className="block text-13 text-ink-3 max-w-[56ch]">{about}</span>
        </span>
      </label>
      {on ? (
        <div className="flex items-start gap-3 pl-6 md:pl-0">
          <div className="w-20 sm:w-28">
            <Field
              label="Points"
              inputMode="numeric"
              value={weight}
              error={errors.weight}
              aria-label={`Points for ${name.toLowerCase()}`}
              onChange={(event) => onChange({ weight: event.target.value })}
            />
          </div>
          <div className="flex-1 sm:flex-none sm:w-56">
            <Field
              label={`For how many ${unit}`}
              inputMode="numeric"
              value={target}
              error={errors.target}
              aria-label={`${name}: for how many ${unit}`}
              onChange={(event) => onChange({ target: event.target.value })}
            />
          </div>
        </div>
      ) : null}
    </li>
  )
}
