'use client'
import { useState } from 'react'
import { Field, Select } from '@/components/ui/field'
import type { AssignmentForm } from '@/lib/critiques/assignments/schema'
import type { FieldErrors } from '@/lib/errors'
import { DueField } from './due-field'
import { lateWords } from './late-words'

export type FormPart = { from: AssignmentForm; errors: FieldErrors; timeZone: string }

const LATE = [
  ['graceMinutes', 'Grace, in minutes'],
  ['penaltyPerDay', 'Per cent lost for each day'],
  ['lateDays', 'Days until it closes'],
] as const

/** When it is due and what follows then, with the rule read out as a sentence. */
export function DueFields({ from, errors, timeZone }: FormPart) {
  const [late, setLate] = useState(() => Object.fromEntries(LATE.map(([name]) => [name, String(from[name])])))
  const number = (name: string) => (/^\d+$/.test(late[name] ?? '') ? Number(late[name]) : 0)
  return (
    <div className="grid gap-4">
      <DueField
        name="due"
        label="Due"
        hint="By the course’s clocks. Empty: no due date."
        value={from.due}
        error={errors.due}
        timeZone={timeZone}
      />
      <div className="grid gap-4 sm:grid-cols-3 items-end">
        {LATE.map(([name, label]) => (
          <Field
            key={name}
            {...{ name, label, error: errors[name] }}
            inputMode="numeric"
            value={late[name]}
            onChange={(event) => setLate({ ...late, [name]: event.target.value })}
          />
        ))}
      </div>
      <p className="text-13 text-ink-2" aria-live="polite">
        {lateWords({
          graceMinutes: number('graceMinutes'),
          penaltyPerDay: number('penaltyPerDay'),
          lateDays: number('lateDays'),
        })}{' '}
        A day ends at the same hour on the course’s clocks.
      </p>
    </div>
  )
}

const MODES = {
  DOUBLE_BLIND: 'Double blind: neither knows the other',
  SINGLE_BLIND: 'Single blind: reviewers know the author',
  OPEN: 'Open: both know each other',
} as const

/** Who reviews what and until when, and what the mark is out of. */
export function ReviewFields({ from, errors, timeZone }: FormPart) {
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-[1fr_12rem] items-start">
        <Select
          label="Who knows whom"
          name="reviewMode"
          defaultValue={from.reviewMode}
          error={errors.reviewMode}
        >
          {Object.entries(MODES).map(([mode, label]) => (
            <option key={mode} value={mode}>
              {label}
            </option>
          ))}
        </Select>
        <Field
          label="Reviews of each critique"
          name="reviewsEach"
          inputMode="numeric"
          defaultValue={from.reviewsEach}
          error={errors.reviewsEach}
        />
      </div>
      <DueField
        name="reviewsDue"
        label="Reviews due"
        hint="Empty: until they are released."
        value={from.reviewsDue}
        error={errors.reviewsDue}
        timeZone={timeZone}
      />
      <div className="max-w-48">
        <Field
          label="Marks are out of"
          name="outOf"
          inputMode="numeric"
          defaultValue={from.outOf}
          error={errors.outOf}
        />
      </div>
    </div>
  )
}
